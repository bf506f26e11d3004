/** A clock that differs by more than this is told, in milliseconds. */
export const NOTABLE_SKEW = 60_000
