import { NoSuchValueError } from '@assay/rules'

/** No value at all satisfies a schema: its keywords contradict each other. */
export class UnsatisfiableSchemaError extends NoSuchValueError {
  override readonly name = 'UnsatisfiableSchemaError'
  /** JSON Pointer into the instance. */
  readonly pointer: string

  constructor(pointer: string) {
    super(
      `No value satisfies the schema at ${pointer === '' ? 'the root' : pointer}: its keywords contradict each other.`,
    )
    this.pointer = pointer
  }
}
