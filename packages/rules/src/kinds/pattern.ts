import type { Json } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { defineKeyword, type KeywordParameters, type Place } from '../keyword-rule.ts'
import { listedInPattern } from '../listed-in-pattern.ts'
import { replacing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

const compiled = new Map<string, RegExp>()

/** JSON Schema 2020-12, Validation 6.3.3: the string matches a regular expression (ECMA-262, Unicode). */
export const pattern: RequestRuleKind<KeywordParameters<string>> = defineKeyword<string>({
  kind: 'pattern',
  value: z.string(),
  applies: (value) => typeof value === 'string',
  test: (value, source) => expressionOf(source).test(String(value)),
  says: (source) => `does not match ${source}`,
  breaks(place) {
    const { at, drafts, rule } = place
    if (rule.parameters.wrong === undefined)
      return [{ way: `text at ${at} of another form`, drafts: replacing(drafts, at, wrongTexts(place)) }]
    return rule.parameters.wrong.map((wrong) => ({
      way: `${JSON.stringify(wrong)} at ${at}`,
      drafts: replacing(drafts, at, fc.constant(wrong)),
    }))
  },
  edges: ({ at, limit, drafts }) =>
    listedInPattern(limit).map((word) => ({
      way: `${JSON.stringify(word)} at ${at}`,
      drafts: replacing(drafts, at, fc.constant(word)),
    })),
})

function wrongTexts({ at, limit, schema, bench }: Place<string>): Arbitrary<Json> {
  // A number can be spelt in ways that no page rules out; these are no spelling of any.
  const isAmount = bench.operation.roles.some((role) => role.role === 'amount' && role.at === at)
  if (isAmount) return fc.constantFrom('one hundred', '12..50', 'abc')
  const { pattern: _pattern, format: _format, examples: _examples, ...free } = schema
  // Another case or a space around it might be forgiven: such texts are left out.
  const forgiving = new RegExp(limit, 'iu')
  return bench.valuesOf(free).filter((value) => typeof value === 'string' && !forgiving.test(value.trim()))
}

function expressionOf(source: string): RegExp {
  const known = compiled.get(source)
  if (known !== undefined) return known
  const made = new RegExp(source, 'u')
  compiled.set(source, made)
  return made
}
