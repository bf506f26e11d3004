import { isJsonObject, type Json, stringifyJson, valueAt, withValueAt } from '@assay/contract'

/** A body in a spelling, or with something in it, that no page speaks of. */
export interface OddText {
  readonly name: string
  readonly way: string
  readonly text: string
}

/** Levels of nesting: more than most parsers go down by recursion. */
const LEVELS = 5_000

/** Characters of a long string: about a megabyte, and less than what the usual limit of a megabyte leaves for the rest. */
const LONG = 1_000_000

/** Marks the place of a string in a text. */
const MARK = 'assay-strange-string'

/** Texts that are no JSON, beside those cut at the end or followed by something. */
export function malformedTexts(body: Json): readonly OddText[] {
  const text = stringifyJson(body)
  return [
    { name: 'cut-in-half', way: 'the first half of the body', text: text.slice(0, Math.ceil(text.length / 2)) },
    { name: 'single-quotes', way: 'single quotes for double ones', text: text.replaceAll('"', "'") },
    { name: 'bare-names', way: 'names without quotes', text: text.replace(/^\{"(\w+)":/, '{$1:') },
    { name: 'no-colon', way: 'a name without a value', text: `${text.slice(0, -1)},"assay"}` },
    { name: 'form', way: 'a form instead of JSON', text: 'assay=1&amount=1' },
  ]
}

/** Texts that are JSON and nest deeply, or say things twice or more than asked. */
export function strangeTexts(body: Json): readonly OddText[] {
  const rest = stringifyJson(body).slice(1)
  const [first] = isJsonObject(body) ? Object.entries(body) : []
  const twice = first === undefined ? [] : duplicates(first[0], first[1] ?? null, rest)
  const arrays = `${'['.repeat(LEVELS)}${']'.repeat(LEVELS)}`
  const objects = `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`
  return [
    { name: 'deep-arrays', way: `${LEVELS} arrays in each other`, text: `{"assay_unknown":${arrays},${rest}` },
    { name: 'deep-objects', way: `${LEVELS} objects in each other`, text: `{"assay_unknown":${objects},${rest}` },
    { name: 'unknown-member', way: 'a member that no page knows', text: `{"assay_unknown":"text",${rest}` },
    ...twice,
  ]
}

/** Texts with something in a string member that strings seldom have. */
export function strangeStrings(body: Json, at: string): readonly OddText[] {
  const value = stringifyJson(valueAt(body, at) ?? '').slice(0, -1)
  const marked = stringifyJson(withValueAt(body, at, MARK))
  const withEnd = (end: string): string => marked.replace(`"${MARK}"`, () => `${value}${end}"`)
  return [
    { name: `nul${at}`, way: `NUL at ${at}`, text: withEnd('\\u0000') },
    { name: `lone-surrogate${at}`, way: `a lone surrogate at ${at}`, text: withEnd('\\ud800') },
    { name: `megabyte${at}`, way: `a megabyte at ${at}`, text: withEnd('x'.repeat(LONG)) },
  ]
}

function duplicates(name: string, value: Json, rest: string): readonly OddText[] {
  const twice = (other: Json): string => `{${stringifyJson(name)}:${stringifyJson(other)},${rest}`
  return [
    { name: 'duplicate-key', way: `/${name} twice, alike`, text: twice(value) },
    { name: 'duplicate-key-differs', way: `/${name} twice, with different values`, text: twice('assay') },
  ]
}
