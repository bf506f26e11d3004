import type { Evidence, Strength } from './evidence.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import type { JsonSchema } from './json-schema.ts'
import { defaultOutcome, keywordRuleId, keywordSentence, SCHEMA_RULE_KEYWORDS, VALUE_KEYWORDS } from './keyword-rule.ts'
import type { Origin } from './origins.ts'
import type { Reading } from './reading.ts'
import type { Rule } from './rule.ts'

/** A rule derived from a keyword, and where in the request schema that keyword stands. */
export interface DerivedRule {
  readonly rule: Rule
  /** JSON Pointer into the request schema: the keyword. */
  readonly keyword: string
}

/**
 * The rules that the keywords of a request schema state: one for each keyword of the body and of each declared member, one for each
 * required member. Nothing is derived below alternatives, conditions and items: there the whole keyword is one rule.
 */
export function deriveRules(schema: JsonSchema, reading: Reading): DerivedRule[] {
  const derived = [...walk(schema as Json, '', '', reading)]
  const kept: DerivedRule[] = []
  for (const one of derived) {
    const same = kept.filter(({ rule }) => rule.kind === one.rule.kind && rule.at === one.rule.at)
    // Parts of an `allOf` may state one thing twice.
    if (same.some(({ rule }) => JSON.stringify(rule.parameters) === JSON.stringify(one.rule.parameters))) continue
    const taken = kept.filter(({ rule }) => rule.id === one.rule.id || rule.id.startsWith(`${one.rule.id}.`)).length
    kept.push(taken === 0 ? one : { ...one, rule: { ...one.rule, id: freeId(one.rule.id, kept) } })
  }
  return kept
}

function* walk(schema: Json, at: string, schemaAt: string, reading: Reading): Generator<DerivedRule> {
  if (schema === false) {
    yield { keyword: schemaAt, rule: ruleOf('not', at, { schema: { not: {} } }, undefined, undefined, reading) }
  }
  if (!isJsonObject(schema)) return
  for (const [keyword, value] of Object.entries(schema)) {
    const place = schemaAt + formatPointer([keyword])
    const parameters = parametersOf(schema, keyword, value)
    if (parameters !== undefined) {
      yield { keyword: place, rule: ruleOf(keyword, at, parameters, value, schema, reading) }
    } else if (keyword === 'required' && Array.isArray(value)) {
      for (const [index, name] of value.entries()) {
        const origin = originOfItem(schema, value, index, reading)
        const rule = ruleOf('required', at + formatPointer([String(name)]), {}, undefined, schema, reading, origin)
        yield { keyword: place + formatPointer([index]), rule }
      }
    } else if (keyword === 'allOf' && Array.isArray(value)) {
      for (const [index, part] of value.entries()) yield* walk(part, at, place + formatPointer([index]), reading)
    } else if (keyword === 'properties' && isJsonObject(value)) {
      for (const [name, member] of Object.entries(value)) {
        yield* walk(member, at + formatPointer([name]), place + formatPointer([name]), reading)
      }
    }
  }
}

function parametersOf(schema: JsonObject, keyword: string, value: Json): Rule['parameters'] | undefined {
  if (keyword === 'additionalProperties') return value === false ? { value } : undefined
  if (keyword === 'uniqueItems' || keyword === 'x-https-url') {
    if (value !== true) return undefined
  }
  if (VALUE_KEYWORDS.has(keyword)) return { value }
  if (!SCHEMA_RULE_KEYWORDS.has(keyword)) return undefined
  const partners = (PARTNERS[keyword] ?? []).filter((name) => Object.hasOwn(schema, name))
  const together = partners.map((name) => [name, schema[name] as Json] as const)
  return { schema: { [keyword]: value, ...Object.fromEntries(together), ...leadingItems(schema, keyword) } }
}

/** `items` speaks of the items after those of `prefixItems`, which have a rule of their own. */
function leadingItems(schema: JsonObject, keyword: string): JsonObject {
  const { prefixItems } = schema
  return keyword === 'items' && Array.isArray(prefixItems) ? { prefixItems: prefixItems.map(() => true) } : {}
}

/** Keywords that mean nothing, or something else, without the one beside them. */
const PARTNERS: { readonly [keyword: string]: readonly string[] } = {
  if: ['then', 'else'],
  contains: ['minContains', 'maxContains'],
}

function ruleOf(
  kind: string,
  at: string,
  parameters: Rule['parameters'],
  value: Json | undefined,
  schema: JsonObject | undefined,
  reading: Reading,
  from?: Origin,
): Rule {
  const origin = from ?? (schema === undefined ? undefined : keywordOrigin(schema, kind, reading))
  const { strength, evidence } = standing(origin, schema, reading)
  return {
    id: keywordRuleId(at, kind),
    kind,
    side: 'request',
    at,
    says: keywordSentence(at, kind, value),
    strength,
    outcome: defaultOutcome('request', strength),
    evidence,
    parameters,
  }
}

/** Where a keyword was read; one that an overlay changed in part counts as the overlay's. */
function keywordOrigin(schema: JsonObject, keyword: string, reading: Reading): Origin | undefined {
  const { origins } = reading
  const source = sourceOf(schema, reading)
  const origin = origins.ofMember(source, keyword)
  const value = source[keyword]
  const parts = Array.isArray(value) ? value.map((_: Json, index) => origins.ofMember(value, index)) : []
  return parts.find((part) => part?.action !== undefined) ?? origin
}

function originOfItem(schema: JsonObject, list: readonly Json[], index: number, reading: Reading): Origin | undefined {
  const source = sourceOf(schema, reading).required
  const position = Array.isArray(source) ? source.indexOf(list[index] as Json) : -1
  return Array.isArray(source) && position >= 0 ? reading.origins.ofMember(source, position) : undefined
}

/** The schema as the document has it: normalising leaves out what is no keyword of JSON Schema. */
function sourceOf(schema: JsonObject, reading: Reading): JsonObject {
  return (reading.origins.source(schema) ?? schema) as JsonObject
}

/** How sure a keyword is and where it stands: the overlay action's word, else the schema's own `x-strength`, else the document's. */
function standing(
  origin: Origin | undefined,
  schema: JsonObject | undefined,
  reading: Reading,
): { strength: Strength; evidence: readonly Evidence[] } {
  const action = origin?.action === undefined ? undefined : reading.overlay?.actions[origin.action]
  const own = schema === undefined ? undefined : sourceOf(schema, reading)['x-strength']
  const strength =
    action?.strength ?? (own === 'inferred' || own === 'assumed' || own === 'documented' ? own : 'documented')
  if (origin === undefined) return { strength, evidence: [] }
  if (action !== undefined) return { strength, evidence: action.evidence ?? [] }
  const file = origin.document === reading.document ? '' : `${origin.document.file}#`
  return { strength, evidence: [{ page: reading.firstPage, at: file + origin.pointer.slice(1) }] }
}

function freeId(id: string, taken: readonly DerivedRule[]): string {
  let number = 2
  while (taken.some(({ rule }) => rule.id === `${id}.${number}`)) number += 1
  return `${id}.${number}`
}
