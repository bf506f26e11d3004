/** Thrown when a page cannot be taken over; nothing has been written. One sentence that says why, and the way out. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError'
}
