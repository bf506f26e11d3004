import type { JsonSchema, JsonSchemaObject, JsonTypeName } from '@assay/contract'

/** A callback's body as the client gives it. */
export interface GivenBody {
  readonly schema: JsonSchema
  /** JSON Pointers of the members that may come as a string or as a number, and are given as a string; `*` stands for every item. */
  readonly texts: readonly string[]
}

/** A member that may come as a string or as a number is an amount or a count whose digits matter: the client gives it as a string, always. */
export function givenBody(schema: JsonSchema, at = ''): GivenBody {
  if (typeof schema === 'boolean') return { schema, texts: [] }
  const types = scalarTypes(schema)
  if (types?.includes('string') && types.some((type) => type === 'number' || type === 'integer')) {
    const type: readonly JsonTypeName[] = types.filter((one) => one !== 'number' && one !== 'integer')
    const { description } = schema
    return { schema: { type, ...(description === undefined ? {} : { description }) }, texts: [at] }
  }
  const texts: string[] = []
  const below = (part: JsonSchema, name: string): JsonSchema => {
    const given = givenBody(part, `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    texts.push(...given.texts)
    return given.schema
  }
  const { properties, items } = schema
  const given: JsonSchemaObject = {
    ...schema,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, below(part, name)])),
        }),
    ...(items === undefined ? {} : { items: below(items, '*') }),
  }
  return { schema: given, texts }
}

/** The JSON types of a schema, its alternatives included, where it speaks of types alone. */
function scalarTypes({ type, anyOf, oneOf }: JsonSchemaObject): readonly JsonTypeName[] | undefined {
  if (type !== undefined) return [type].flat()
  const alternatives = anyOf ?? oneOf ?? []
  const types = alternatives.map((one) => (typeof one === 'object' ? scalarTypes(one) : undefined))
  return types.length === 0 || types.includes(undefined) ? undefined : [...new Set(types.flatMap((one) => one ?? []))]
}
