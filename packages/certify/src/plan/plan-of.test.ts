import { stringifyJson } from '@assay/contract'
import { expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { CertifyError } from '../certify-error.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { phases } from '../phase.ts'
import { planOf } from './plan-of.ts'

const options: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1/api',
  credentials: { key: 'a-key', secret: 'a-secret' },
  seed: 7,
  runId: 'run00001',
  level: 'quick',
  accountKnown: true,
  clock: () => 1_800_000_000_000,
}
const plan = planOf(smallContract, options)
const texts = ({ cases }: typeof plan): string[] =>
  cases.map(({ id, draft }) => `${id} ${stringifyJson(draft.body)} ${draft.text ?? ''}`)

test('the same seed, run id and time give the same plan, and another seed another', () => {
  expect(texts(planOf(smallContract, options))).toEqual(texts(plan))
  expect(texts(planOf(smallContract, { ...options, seed: 8 }))).not.toEqual(texts(plan))
})

test('cases stand in the order of the phases, each with an id of its own', () => {
  const order = plan.cases.map(({ phase }) => phases.indexOf(phase))
  expect(order).toEqual(order.toSorted((one, other) => one - other))
  expect(new Set(plan.cases.map(({ id }) => id)).size).toBe(plan.cases.length)
})

test('a case that must be refused breaks its rule alone, and one that must be accepted breaks none', () => {
  const bench = plan.benches.get('createPayment')
  for (const { draft, rule, expectation, hygiene } of plan.cases) {
    const isSignature = ['probe', 'either'].includes(expectation.outcome) && draft.fault !== undefined
    if (hygiene !== undefined || expectation.outcome === 'any' || isSignature) continue
    expect(bench?.brokenBy(draft)).toEqual(expectation.outcome === 'refused' ? [rule?.id] : [])
  }
})

test('the first case has nothing but what must be there, and a higher level has more cases', () => {
  const [first] = plan.cases
  expect(first?.id).toBe('accepts/minimal')
  expect(first?.draft.body).toEqual({ amount: expect.any(String) })
  expect(planOf(smallContract, { ...options, level: 'standard' }).cases.length).toBeGreaterThan(plan.cases.length)
})

test('beyond loopback every request that may bears a reference of the run', () => {
  const { cases } = planOf(smallContract, { ...options, baseUrl: 'https://sandbox.example.com' })
  const accepted = cases.filter(({ expectation, rule }) => expectation.outcome === 'accepted' && rule === undefined)
  for (const { draft, number } of accepted) expect(stringifyJson(draft.body)).toContain(`"assay-run00001-${number}"`)
})

test('a small budget leaves out what only shows again what was shown', () => {
  const small = planOf(smallContract, { ...options, level: 'standard', budget: 60 })
  const all = planOf(smallContract, { ...options, level: 'standard' })
  expect(small.cases.length).toBeLessThan(all.cases.length)
  const rulesOf = ({ cases }: typeof all): Set<string | undefined> => new Set(cases.map(({ rule }) => rule?.id))
  expect(rulesOf(small)).toEqual(rulesOf(all))
})

test.each([
  [{ baseUrl: 'ftp://example.com' }, 'is no absolute http or https URL'],
  [{ baseUrl: 'https://user:word@example.com' }, 'carries a user'],
  [{ runId: 'Not A Run' }, 'is not 3 to 16'],
  [{ only: ['no.such-rule'] }, 'has no rule no.such-rule'],
])('%j is wrong use', (wrong, says) => {
  const plan = (): unknown => planOf(smallContract, { ...options, ...wrong })
  expect(plan).toThrow(CertifyError)
  expect(plan).toThrow(says)
})
