import type { Json, JsonSchema, JsonSchemaObject } from '@assay/contract'
import { forbidding } from './forbidding.ts'

/**
 * Alternatives that together take what a schema refuses, as far as a type can say it: a member that is missing, a constant that
 * is another of its list. Where it cannot, the one alternative is `true`.
 */
export function negationOf(schema: JsonSchema, base: JsonSchemaObject): readonly JsonSchema[] {
  if (typeof schema === 'boolean') return [!schema]
  const {
    required = [],
    properties = {},
    anyOf,
    type: _type,
    title: _title,
    description: _description,
    ...others
  } = schema
  if (Object.keys(others).length > 0) return [true]
  if (anyOf) {
    // Neither of several: each is refused, which is one alternative where each has one.
    const each = anyOf.map((branch) => negationOf(branch, base))
    const single = each.every((alternatives) => alternatives.length === 1)
    return single && required.length === 0 && Object.keys(properties).length === 0 ? [{ allOf: each.flat() }] : [true]
  }
  const missing = required.map((name) => forbidding([name]))
  const different = Object.entries(properties).map(([name, value]) => otherValues(name, value, base.properties?.[name]))
  const alternatives = [...missing, ...different]
  return alternatives.length === 0 ? [false] : alternatives
}

function otherValues(name: string, value: JsonSchema, declared: JsonSchema | undefined): JsonSchema {
  if (value === false) return { required: [name] }
  if (typeof value === 'boolean' || typeof declared !== 'object' || !declared.enum) return true
  const refused = value.const === undefined ? value.enum : [value.const]
  // Other keywords beside the constant may be why it is refused.
  if (!refused || Object.keys(value).some((keyword) => !['const', 'enum', 'type'].includes(keyword))) return true
  const rest = declared.enum.filter((item) => !refused.some((other) => sameScalar(item, other)))
  return rest.length === 0 ? false : { required: [name], properties: { [name]: { enum: rest } } }
}

function sameScalar(left: Json, right: Json): boolean {
  return left === right
}
