/** A schema holds something no values can be made for: said with its place, never ignored. */
export class UnsupportedSchemaError extends Error {
  override readonly name = 'UnsupportedSchemaError'
  /** JSON Pointer into the schema, or into the instance where the keywords come from several places. */
  readonly pointer: string
  readonly keyword: string

  constructor(pointer: string, keyword: string, reason: string) {
    super(`No values can be made for "${keyword}" at ${pointer === '' ? 'the root' : pointer}: ${reason}.`)
    this.pointer = pointer
    this.keyword = keyword
  }
}
