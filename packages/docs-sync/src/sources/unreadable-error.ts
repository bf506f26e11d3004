/** Thrown when a page cannot be had: unreachable, refused, too large, no text. One sentence with the address, and the way out where there is one. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
}

/** Thrown when no address is known for a page and none was given. */
export class NoAddressError extends Error {
  override readonly name = 'NoAddressError'
}
