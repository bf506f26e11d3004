import { formatPointer, type Json, type JsonSchema, type Operation } from '@assay/contract'

/** A place in the request body that takes one of several listed values. */
export interface ListedValues {
  readonly at: string
  readonly values: readonly Json[]
}

/** The places of a request body that list their values: enumerations of the schema, wherever they stand, and booleans. */
export function listedValues(operation: Operation): readonly ListedValues[] {
  const found = new Map<string, Json[]>()
  walk(operation.request?.schema ?? true, [], (at, values) => {
    found.set(at, [...(found.get(at) ?? []), ...values.filter((value) => value !== null)])
  })
  return [...found]
    .map(([at, values]) => ({ at, values: [...new Set(values)] }))
    .filter(({ values }) => values.length > 1)
}

function walk(
  schema: JsonSchema,
  tokens: readonly string[],
  found: (at: string, values: readonly Json[]) => void,
): void {
  if (typeof schema === 'boolean' || tokens.length > 8) return
  if (schema.enum !== undefined) found(formatPointer(tokens), schema.enum)
  if (schema.type === 'boolean') found(formatPointer(tokens), [true, false])
  for (const [name, member] of Object.entries(schema.properties ?? {})) walk(member, [...tokens, name], found)
  for (const branch of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    walk(branch, tokens, found)
}
