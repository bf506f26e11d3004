import { type Json, type JsonSchema, type JsonSchemaObject, schemaValidator } from '@assay/contract'
import Big from 'big.js'
import fc, { type Arbitrary } from 'fast-check'
import { mergeSchemas } from '../merge-schemas.ts'
import { NoSuchValueError } from '../no-such-value-error.ts'

const made = new WeakMap<object, Arbitrary<Json>>()

/** Values of the few kinds of schemas that the fixtures use: enough to try the laws, no engine. */
export function valuesOf(schema: JsonSchema): Arbitrary<Json> {
  const known = typeof schema === 'object' ? made.get(schema) : undefined
  if (known !== undefined) return known
  const values = build(schema)
  if (typeof schema === 'object') made.set(schema, values)
  return values
}

function build(schema: JsonSchema): Arbitrary<Json> {
  if (schema === false) throw new NoSuchValueError('Nothing fits the schema false.')
  if (schema === true) return fc.constantFrom<Json>('free', 7, true)
  const { anyOf, oneOf, allOf, ...rest } = schema
  const branches = anyOf ?? oneOf
  if (branches === undefined) {
    const drawn = plain(rest)
    return allOf === undefined && rest.not === undefined ? drawn : drawn.filter(bounded(valid(schema)))
  }
  const again = anyOf === undefined || oneOf === undefined ? rest : { ...rest, oneOf }
  const possible = branches.map((branch) => mergeSchemas(again, branch)).filter((branch) => branch !== false)
  if (possible.length === 0) throw new NoSuchValueError('No branch fits.')
  const drawn = fc.oneof(...possible.map(valuesOf))
  return allOf === undefined ? drawn : drawn.filter(bounded(valid(schema)))
}

function valid(schema: JsonSchema): (value: Json) => boolean {
  let validator: ReturnType<typeof schemaValidator> | undefined
  return (value) => {
    validator ??= schemaValidator(schema)
    return validator(value).length === 0
  }
}

function bounded(test: (value: Json) => boolean): (value: Json) => boolean {
  let misses = 0
  return (value) => {
    if (test(value)) {
      misses = 0
      return true
    }
    misses += 1
    if (misses > 20_000) throw new NoSuchValueError('No value was found.')
    return false
  }
}

function plain(schema: JsonSchemaObject): Arbitrary<Json> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const type =
    typeof schema.type === 'string' ? schema.type : (schema.type?.[0] ?? (schema.properties ? 'object' : 'string'))
  switch (type) {
    case 'object':
      return objects(schema)
    case 'array': {
      const { minItems = 1, maxItems = 4 } = schema
      const items = valuesOf(schema.items ?? true)
      const size = { minLength: minItems, maxLength: Math.max(minItems, maxItems), size: 'max' } as const
      return schema.uniqueItems === true ? fc.uniqueArray(items, size) : fc.array(items, size)
    }
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 3600, max: schema.maximum ?? Math.max(360_000, schema.minimum ?? 0) })
    case 'number': {
      const step = new Big(schema.multipleOf ?? '0.01')
      const low = new Big(schema.minimum ?? Math.min(100, schema.maximum ?? 100)).div(step).round(0, 3)
      const high = new Big(schema.maximum ?? Math.max(1000, schema.minimum ?? 0)).div(step).round(0, 0)
      return fc.integer({ min: low.toNumber(), max: high.toNumber() }).map((count) => step.times(count).toNumber())
    }
    case 'boolean':
      return fc.boolean()
    default:
      return strings(schema)
  }
}

function strings({ minLength = 1, maxLength = 64, format, pattern, ...schema }: JsonSchemaObject): Arbitrary<Json> {
  const padded = (start: string, end = '') =>
    fc
      .integer({ min: Math.max(minLength, start.length + end.length), max: Math.max(minLength, maxLength) })
      .map((length) => start + 'a'.repeat(length - start.length - end.length) + end)
  if (schema['x-decimal'] !== undefined || pattern?.includes('\\d+(') === true) {
    const { minimum = '100', maximum = '1000' } = schema['x-decimal'] ?? {}
    return fc.integer({ min: Math.max(100, Number(minimum)), max: Math.min(1000, Number(maximum)) }).map(String)
  }
  if (format === 'uri' || schema['x-https-url'] === true) return padded('https://example.com/')
  if (format === 'email') return padded('a', '@example.com')
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (schema.examples !== undefined) return fc.constantFrom(...schema.examples)
  return padded('')
}

function objects(schema: JsonSchemaObject): Arbitrary<Json> {
  const members = Object.entries(schema.properties ?? {}).filter(([, member]) => member !== false)
  const required = (schema.required ?? []).filter((name) => members.some(([known]) => known === name))
  return fc.record(Object.fromEntries(members.map(([name, member]) => [name, valuesOf(member)])), {
    requiredKeys: required,
  })
}
