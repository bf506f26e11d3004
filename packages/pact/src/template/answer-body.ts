import type { JsonSchema, JsonSchemaObject, Operation, Rule } from '@assay/contract'
import { type Account, meetsPremises, mergeSchemas, schemaWithin } from '@assay/rules'
import { integer, like, regex, type Template } from './matchers.ts'
import type { PlainJson } from './plain-json.ts'

/** A decimal as any gateway writes it: never read as a double. */
const DECIMAL = '^-?\\d+(\\.\\d+)?$'

/** Null, as Pact's patterns see it. */
const NOTHING = '^(?:null)?$'

/** Any text, and null too. */
const ANYTHING = '^[\\s\\S]*$'

/** What the formats of JSON Schema look like, as far as a client may count on it. */
const FORMATS: { readonly [format: string]: string } = {
  uuid: '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$',
  uri: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$',
  url: '^[A-Za-z][A-Za-z0-9+.-]*:\\S+$',
  date: '^\\d{4}-\\d{2}-\\d{2}$',
  'date-time': '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}',
}

/** What an answer's template is made from. */
export interface AnswerFacts {
  readonly operation: Operation
  readonly schema: JsonSchema | undefined
  readonly account: Account
  /** The body of the request that it answers. */
  readonly request: PlainJson
}

/**
 * The body of a documented success for a pact: the members that the documents always promise, each by its type, pattern or list of values; constants must be equal.
 * Amounts are matched by their digits.
 */
export function answerBody(body: PlainJson, facts: AnswerFacts): Template {
  return matching(body, facts.schema ?? true, '', facts)
}

function matching(value: PlainJson, schema: JsonSchema, at: string, facts: AnswerFacts): Template {
  const flat = flattened(schema)
  if (isObject(value)) {
    const promised = Object.entries(value).filter(([name]) => flat.required?.includes(name))
    return Object.fromEntries(
      promised.map(([name, member]) => [
        name,
        matching(member, schemaWithin(schema, `/${name}`) ?? true, `${at}/${name}`, facts),
      ]),
    )
  }
  if (Array.isArray(value)) return like(value)
  if (value !== null && (flat.const !== undefined || isConstant(at, facts))) return value
  return scalar(value, flat, isAmount(at, facts))
}

function scalar(value: PlainJson, schema: JsonSchemaObject, amount: boolean): Template {
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter((part) => typeof part === 'object')
  if (alternatives.length > 0 && schema.type === undefined) {
    const patterns = alternatives.map((part) => patternOf(flattened(part), amount))
    return patterns.some((pattern) => pattern === undefined) ? like(value) : regex(oneOf(patterns), value)
  }
  const types = typesOf(schema)
  const pattern = patternOf(schema, amount)
  if (types.includes('null')) return regex(pattern === undefined ? ANYTHING : oneOf([NOTHING, pattern]), value)
  if (types.includes('integer') && !types.includes('string')) return integer(value)
  const isTyped = typeof value === 'boolean' || pattern === undefined
  return isTyped ? like(value) : regex(pattern, value)
}

/** A pattern for the text of a scalar; undefined where any of its type will do. */
function patternOf(schema: JsonSchemaObject, amount: boolean): string | undefined {
  const types = typesOf(schema)
  if (schema.enum !== undefined) {
    const values = schema.enum.filter((value) => value !== null)
    return `^(?:${values.map((value) => escaped(String(value))).join('|')})$`
  }
  if (types.includes('integer') && !types.includes('string')) return '^-?\\d+$'
  if (types.includes('number') || amount || schema['x-decimal'] !== undefined) return DECIMAL
  if (types.includes('boolean')) return '^(true|false)$'
  if (schema.pattern !== undefined && isPlain(schema.pattern)) return schema.pattern
  if (schema['x-https-url']) return '^https://'
  return schema.format === undefined ? undefined : FORMATS[schema.format]
}

/** Looking around and back references are beyond Pact's patterns. */
function isPlain(pattern: string): boolean {
  return !/\(\?[=!<]|\\[1-9k]/.test(pattern)
}

function oneOf(patterns: readonly (string | undefined)[]): string {
  return patterns.length === 1 ? (patterns[0] ?? '') : patterns.map((pattern) => `(?:${pattern})`).join('|')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** Whether a rule that holds for every such request says the value is always the same. */
function isConstant(at: string, { operation, account, request }: AnswerFacts): boolean {
  return operation.rules.some(
    (rule) =>
      rule.kind === 'constant' &&
      rule.at === at &&
      rule.outcome === 'must-hold' &&
      meetsPremises(request, rule.when, account),
  )
}

/** Whether a value repeats an amount: a decimal, however it is written. */
function isAmount(at: string, { operation }: AnswerFacts): boolean {
  return operation.rules.some((rule) => rule.kind === 'echoes' && echoesAmount(rule, at))
}

function echoesAmount({ at: own, parameters }: Rule, at: string): boolean {
  const { members } = parameters
  const echoes = Array.isArray(members) ? members : [{ ...parameters, at: own }]
  return echoes.some(
    (echo) =>
      JSON.stringify(echo).includes('"as":"decimal"') && JSON.stringify(echo).includes(`"at":${JSON.stringify(at)}`),
  )
}

function typesOf({ type }: JsonSchemaObject): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? [])
}

/** The schema with what it demands in every case folded in. */
function flattened(schema: JsonSchema): JsonSchemaObject {
  if (typeof schema === 'boolean') return {}
  const merged = (schema.allOf ?? []).reduce<JsonSchema>((left, right) => mergeSchemas(left, right), schema)
  return typeof merged === 'boolean' ? {} : merged
}

function isObject(value: PlainJson): value is { readonly [name: string]: PlainJson } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
