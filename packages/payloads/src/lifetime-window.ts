import type { AccountProfile } from '@assay/contract'

/** Seconds that any gateway takes, where no page states a limit. */
const SAFE = { minimum: 3600, maximum: 360_000 } as const
/** A window that lies wholly beyond an account's limits is moved to them, and so many times as wide as long. */
const WIDTH = 10

/** The safe lifetimes in seconds, within what the account takes; where it takes none of them, lifetimes at the nearer limit. */
export function lifetimeWindow(limits: AccountProfile['lifetime']): {
  readonly minimum: number
  readonly maximum: number
} {
  if (limits === undefined) return SAFE
  const minimum = Math.max(SAFE.minimum, limits.minimum)
  const maximum = Math.min(SAFE.maximum, limits.maximum)
  if (minimum <= maximum) return { minimum, maximum }
  return minimum === limits.minimum
    ? { minimum, maximum: Math.min(minimum * WIDTH, limits.maximum) }
    : { minimum: Math.max(Math.ceil(maximum / WIDTH), limits.minimum), maximum }
}
