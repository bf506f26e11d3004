/** A bench has no value, or no draft, of the sort that was asked for. */
export class NoSuchValueError extends Error {
  override readonly name: string = 'NoSuchValueError'
}
