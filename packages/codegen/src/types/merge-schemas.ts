import type { Json, JsonSchema, JsonSchemaObject } from '@assay/contract'

/**
 * One schema of what both ask of a value, as far as its type goes: members and required lists are united, lists of values are cut,
 * and of two texts for people the second one counts.
 */
export function mergeSchemas(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (left === false || right === false) return false
  if (left === true) return right
  if (right === true) return left
  const values = mergedValues(left, right)
  const composed = [left, right].filter(isComposed)
  const [first, second] = composed
  // Keywords of composition cannot share one place: the two stand side by side.
  const sideBySide = first && second ? { allOf: [compositionOf(first), compositionOf(second)] } : {}
  const plain = first && second ? [withoutComposition(left), withoutComposition(right)] : [left, right]
  return {
    ...plain[0],
    ...plain[1],
    ...sideBySide,
    ...(left.properties || right.properties ? { properties: mergedMembers(left, right) } : {}),
    ...(left.required || right.required ? { required: union(left.required, right.required) } : {}),
    ...(left.type !== undefined && right.type !== undefined ? { type: mergedTypes(left, right) } : {}),
    ...(values ? { enum: values } : {}),
  }
}

const COMPOSITION = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
] as const

function isComposed(schema: JsonSchemaObject): boolean {
  return COMPOSITION.some((keyword) => schema[keyword] !== undefined)
}

function compositionOf(schema: JsonSchemaObject): JsonSchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => COMPOSITION.some((name) => name === keyword)))
}

function withoutComposition(schema: JsonSchemaObject): JsonSchemaObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !COMPOSITION.some((name) => name === keyword)))
}

function mergedMembers(left: JsonSchemaObject, right: JsonSchemaObject): Record<string, JsonSchema> {
  const members: Record<string, JsonSchema> = { ...left.properties }
  for (const [name, schema] of Object.entries(right.properties ?? {})) {
    members[name] = mergeSchemas(members[name] ?? true, schema)
  }
  return members
}

function mergedTypes(left: JsonSchemaObject, right: JsonSchemaObject): NonNullable<JsonSchemaObject['type']> {
  const lefts = [left.type ?? []].flat()
  const rights = [right.type ?? []].flat()
  const both = lefts.filter((type) => rights.includes(type) || (type === 'integer' && rights.includes('number')))
  const narrowed = rights.filter((type) => type === 'integer' && lefts.includes('number') && !both.includes(type))
  const types = [...both, ...narrowed]
  const [only] = types
  return types.length === 1 && only !== undefined ? only : types
}

function mergedValues(left: JsonSchemaObject, right: JsonSchemaObject): readonly Json[] | undefined {
  return left.enum && right.enum ? left.enum.filter((value) => right.enum?.includes(value)) : undefined
}

function union(left: readonly string[] = [], right: readonly string[] = []): readonly string[] {
  return [...new Set([...left, ...right])]
}
