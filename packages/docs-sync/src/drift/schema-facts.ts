import { canonicalJson, isJsonNumber, type Json } from '@assay/contract'
import { type DocumentNode, member, members } from './document-node.ts'

/** Keywords that hold a number or text within limits; each with the side on which a smaller number is stricter. */
export const LIMITS: Readonly<Record<string, 'lower' | 'upper' | 'other'>> = {
  minimum: 'lower',
  exclusiveMinimum: 'lower',
  minLength: 'lower',
  minItems: 'lower',
  minProperties: 'lower',
  maximum: 'upper',
  exclusiveMaximum: 'upper',
  maxLength: 'upper',
  maxItems: 'upper',
  maxProperties: 'upper',
  multipleOf: 'other',
  uniqueItems: 'other',
  pattern: 'other',
  readOnly: 'other',
  writeOnly: 'other',
}

/** The types a schema names, in order; `nullable` of OpenAPI 3.0 is the type null. Undefined: it names none. */
export function typesOf(schema: DocumentNode): readonly string[] | undefined {
  const { value } = member(schema, 'type')
  const named = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : []
  if (named.length === 0) return undefined
  const nullable = member(schema, 'nullable').value === true ? ['null'] : []
  return [...new Set([...named, ...nullable])].sort()
}

/** The values a schema allows, `const` being a list of one; undefined where it names none. */
export function valuesOf(schema: DocumentNode): readonly Json[] | undefined {
  const constant = member(schema, 'const').value
  if (constant !== undefined) return [constant]
  const { value } = member(schema, 'enum')
  return Array.isArray(value) ? value : undefined
}

/** A limit of a schema; the exclusive limits of OpenAPI 3.0, which are marks on the others, become numbers. */
export function limitOf(schema: DocumentNode, keyword: string): Json | undefined {
  const { value } = member(schema, keyword)
  const [minimum, maximum] = [member(schema, 'exclusiveMinimum').value, member(schema, 'exclusiveMaximum').value]
  if (keyword === 'minimum') return minimum === true ? undefined : value
  if (keyword === 'maximum') return maximum === true ? undefined : value
  if (keyword === 'exclusiveMinimum' && value === true) return member(schema, 'minimum').value
  if (keyword === 'exclusiveMaximum' && value === true) return member(schema, 'maximum').value
  return value === false ? undefined : value
}

/** The members a schema marks as required. */
export function requiredOf(schema: DocumentNode): ReadonlySet<string> {
  const { value } = member(schema, 'required')
  return new Set(Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [])
}

/** The members a schema declares, in the order of the document. */
export function propertiesOf(schema: DocumentNode): ReadonlyMap<string, DocumentNode> {
  return members(member(schema, 'properties'))
}

/** The structure of a schema without words, names of the place itself and examples, as one text: equal texts, equal structures. */
export function shapeOf(schema: DocumentNode, depth = 6): string {
  const { value } = schema
  if (typeof value === 'boolean' || value === undefined || depth === 0) return String(value)
  const required = requiredOf(schema)
  const facts: Record<string, Json> = {
    type: [...(typesOf(schema) ?? [])],
    enum: (valuesOf(schema) ?? []).map((item) => canonicalJson(item)).sort(),
    format: member(schema, 'format').value ?? null,
  }
  for (const keyword of Object.keys(LIMITS)) {
    const limit = limitOf(schema, keyword)
    if (limit !== undefined) facts[keyword] = limit
  }
  const properties = [...propertiesOf(schema)].map(
    ([name, property]) => `${name}${required.has(name) ? '!' : ''}:${shapeOf(property, depth - 1)}`,
  )
  const list = member(schema, 'items')
  const inner = list.value === undefined ? '' : shapeOf(list, depth - 1)
  return `${canonicalJson(facts)}{${properties.join()}}[${inner}]`
}

/** Compares two numbers of a limit; undefined where either is none. */
export function compareNumbers(one: Json | undefined, other: Json | undefined): number | undefined {
  return isJsonNumber(one) && isJsonNumber(other) ? Math.sign(one.valueOf() - other.valueOf()) : undefined
}
