import { formatPointer, type JsonSchemaObject, type Operation } from '@assay/contract'

/** A declared member at the top of a request body. */
export interface TopMember {
  /** JSON Pointer into the body. */
  readonly at: string
  readonly schema: JsonSchemaObject
}

/** The members that a request body declares at its top, but for those of which the schema says only whether they may be there. */
export function topMembers({ request }: Pick<Operation, 'request'>): readonly TopMember[] {
  const schema = request?.schema
  if (typeof schema !== 'object') return []
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) =>
    typeof member === 'boolean' ? [] : [{ at: formatPointer([name]), schema: member }],
  )
}
