import { type JsonSchema, parsePointer } from '@assay/contract'
import { isPossible } from './alternative-constraints.ts'
import { conjunctionOf } from './conjunction-of.ts'
import type { SchemaOptions } from './schema-options.ts'

/**
 * The schema with the members of the options forbidden or required. A pointer whose member the schema requires (or forbids) anyway is left alone.
 */
export function withMemberOptions(schema: JsonSchema, { absent, always }: SchemaOptions): JsonSchema {
  const options = [
    ...[...(absent ?? [])].flatMap((pointer) => optionOf(pointer, (name) => ({ properties: { [name]: false } }))),
    ...[...(always ?? [])].flatMap((pointer) => optionOf(pointer, (name) => ({ type: 'object', required: [name] }))),
  ]
  const everyAsked = options.map(({ asked }) => asked)
  // Mostly all are allowed at once, and then each is: telling so once is far quicker than one by one.
  if (options.length > 1 && isPossible(conjunctionOf([schema, ...everyAsked, ...options.map(({ around }) => around)])))
    return everyAsked.reduce((result, asked) => conjunctionOf([result, asked]), schema)
  return options.reduce(whereAllowed, schema)
}

/** What an option asks of a schema. */
interface MemberOption {
  readonly asked: JsonSchema
  /** The object around the member is in place: otherwise leaving that object out would be a way to obey. */
  readonly around: JsonSchema
}

function optionOf(pointer: string, keywords: (name: string) => JsonSchema): readonly MemberOption[] {
  const tokens = parsePointer(pointer)
  const name = tokens.pop()
  if (name === undefined) return []
  const asked = tokens.reduceRight<JsonSchema>((member, token) => ({ properties: { [token]: member } }), keywords(name))
  const around = tokens.reduceRight<JsonSchema>(
    (member, token) => ({ type: 'object', required: [token], properties: { [token]: member } }),
    true,
  )
  return [{ asked, around }]
}

function whereAllowed(schema: JsonSchema, { asked, around }: MemberOption): JsonSchema {
  const isAllowed = isPossible(conjunctionOf([schema, asked, around])) || !isPossible(conjunctionOf([schema, around]))
  return isAllowed ? conjunctionOf([schema, asked]) : schema
}
