import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { acmeBench } from './__fixtures__/acme-bench.ts'
import { ruleKinds } from './rule-kinds.ts'
import { ruleLaws } from './rule-laws.ts'

const known = acmeBench(true)
const unknown = acmeBench(false)

const request = acme.rules.filter(({ side }) => side === 'request')

for (const rule of request) {
  test(`the ways of ${rule.id} (${rule.kind}) keep the laws`, { timeout: 30_000 }, () => {
    expect(ruleLaws(rule, known.valid, known.bench, { runs: 3 })).toEqual([])
  })
}

/** Kinds that make other ways where limits and switched-off codes are not known. */
const asking = [
  'decimal-places',
  'amount-range',
  'lifetime-range',
  'known-value',
  'currency-type',
  'allowed-pair',
  'account-value',
]

for (const rule of request.filter(({ kind }) => asking.includes(kind))) {
  test(`the ways of ${rule.id} (${rule.kind}) keep the laws where the account is not known`, {
    timeout: 30_000,
  }, () => {
    expect(ruleLaws(rule, unknown.valid, unknown.bench, { runs: 3 })).toEqual([])
  })
}

test('what is switched off, and which rates are missing, is not provoked where the account is not known', () => {
  const ways = request.filter(({ kind }) => ['enabled-value', 'exchange-rate'].includes(kind))
  const says = ways.flatMap((rule) => ruleLaws(rule, unknown.valid, unknown.bench)).map(({ says }) => says)
  expect(says).toEqual(ways.map(() => 'It has no way to be broken.'))
})

test('the made-up provider has a rule of every kind', () => {
  const used = new Set(acme.rules.map(({ kind }) => kind))
  const composite = [
    'oneOf',
    'anyOf',
    'not',
    'if',
    'dependentSchemas',
    'items',
    'prefixItems',
    'contains',
    'patternProperties',
    'propertyNames',
    'x-decimal',
    'x-https-url',
  ]
  expect(ruleKinds.map(({ kind }) => kind).filter((kind) => !used.has(kind) && !composite.includes(kind))).toEqual([
    'exclusiveMaximum',
  ])
})
