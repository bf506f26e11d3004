import type { Strength } from './evidence.ts'
import type { Json } from './json.ts'
import { parsePointer } from './json-pointer.ts'
import type { Outcome, RuleSide } from './rule.ts'

/** Keywords whose rule carries the keyword's value. */
export const VALUE_KEYWORDS: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'additionalProperties',
])

/** Keywords whose rule carries a schema of that keyword alone. */
export const SCHEMA_RULE_KEYWORDS: ReadonlySet<string> = new Set([
  'oneOf',
  'anyOf',
  'not',
  'if',
  'dependentRequired',
  'dependentSchemas',
  'items',
  'prefixItems',
  'contains',
  'patternProperties',
  'propertyNames',
  'x-decimal',
  'x-https-url',
])

/** Whether a rule kind is a keyword of JSON Schema that rules are derived from. */
export function isKeywordKind(kind: string): boolean {
  return kind === 'required' || VALUE_KEYWORDS.has(kind) || SCHEMA_RULE_KEYWORDS.has(kind)
}

/** The id of a derived rule: place and keyword in kebab-case, such as `currency.iso.max-length`. */
export function keywordRuleId(at: string, keyword: string): string {
  const tokens = parsePointer(at)
  return [...(tokens.length === 0 ? ['body'] : tokens), keyword].map(kebabCase).join('.')
}

/** What breaking a rule leads to, where its author does not say. */
export function defaultOutcome(side: RuleSide, strength: Strength): Outcome {
  if (side === 'request') return strength === 'documented' ? 'must-refuse' : 'unspecified'
  return strength === 'assumed' ? 'unspecified' : 'must-hold'
}

/** A derived rule in one sentence. */
export function keywordSentence(at: string, keyword: string, value: Json | undefined): string {
  const subject = at === '' ? 'The body' : parsePointer(at).join('.')
  return `${subject} ${predicate(keyword, value)}.`
}

function predicate(keyword: string, value: Json | undefined): string {
  switch (keyword) {
    case 'required':
      return 'is required'
    case 'type':
      return `is ${[value].flat().map(named).join(' or ')}`
    case 'enum':
      return `is one of ${listed(value)}`
    case 'const':
      return `is ${JSON.stringify(value)}`
    case 'format':
      return `has the format ${String(value)}`
    case 'pattern':
      return `matches ${String(value)}`
    case 'minLength':
      return `has at least ${count(value, 'character')}`
    case 'maxLength':
      return `has at most ${count(value, 'character')}`
    case 'minimum':
      return `is ${String(value)} or more`
    case 'maximum':
      return `is ${String(value)} or less`
    case 'exclusiveMinimum':
      return `is more than ${String(value)}`
    case 'exclusiveMaximum':
      return `is less than ${String(value)}`
    case 'multipleOf':
      return `is a multiple of ${String(value)}`
    case 'minItems':
      return `has at least ${count(value, 'item')}`
    case 'maxItems':
      return `has at most ${count(value, 'item')}`
    case 'uniqueItems':
      return 'has no item twice'
    case 'minProperties':
      return `has at least ${count(value, 'member')}`
    case 'maxProperties':
      return `has at most ${count(value, 'member')}`
    case 'additionalProperties':
      return 'has no members but those documented'
    case 'x-decimal':
      return 'is a plain decimal number within its limits'
    case 'x-https-url':
      return 'is an absolute https URL with a domain name'
    default:
      return `keeps the keyword ${keyword}`
  }
}

function named(type: Json | undefined): string {
  if (type === 'null') return 'null'
  return `${/^[aeio]/.test(String(type)) ? 'an' : 'a'} ${String(type)}`
}

function listed(values: Json | undefined): string {
  const list = (Array.isArray(values) ? values : []).map((value: Json) => JSON.stringify(value))
  return list.length > 12 ? `${list.slice(0, 10).join(', ')} and ${list.length - 10} more` : list.join(', ')
}

function count(number: Json | undefined, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`
}

function kebabCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
}
