import type { AccountProfile } from '@assay/contract'
import { accountOf, fillTemplate, judgeRequest, receiveRequest } from '@assay/rules'
import { expect, test } from 'vitest'
import { limitedContract, mockLimits } from '../__fixtures__/limited-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from '../__fixtures__/small-till.ts'
import { certify } from '../certify.ts'
import type { CertifyOptions } from '../certify-options.ts'
import type { Report } from '../report/report.ts'
import { reportOf } from '../report-of.ts'

/** Limits that no other account has. */
const others: AccountProfile = {
  ...mockLimits,
  currencies: [
    { code: 'EUR', type: 'fiat', decimals: 2, page: true },
    { code: 'USDC', type: 'crypto', decimals: 8, page: true },
  ],
  amount: { currency: 'EUR', minimum: '12.5', maximum: '4000' },
  lifetime: { minimum: 120, maximum: 86_400 * 40 },
}

const [operation] = limitedContract.operations
if (operation === undefined) throw new Error('The contract has an operation.')

/** Certifies a provider that keeps one profile's limits and names those of another in its error texts. */
function certified(
  enforced: AccountProfile,
  said: AccountProfile = enforced,
  spoil: (answer: TillAnswer, request: TillRequest) => void = () => undefined,
  more: Partial<CertifyOptions> = {},
): Promise<Report> {
  const names = accountOf({ ...limitedContract, account: said }, { credentials, now: Date.now })
  const till = smallTill(
    (answer, request) => {
      const [id] = request.broken
      const rule = operation?.rules.find((one) => one.id === id)
      if (answer.status === 422 && operation !== undefined && rule !== undefined) {
        const bytes = new TextEncoder().encode(request.text)
        const again = receiveRequest({ method: 'POST', pathAndQuery: '/', headers: request.headers, bytes })
        const broken = judgeRequest(again, operation, names).find((one) => one.rule.id === id)
        const { error } = answer.body as { error: string }
        answer.body = { error: fillTemplate(error, broken?.judgement.holes ?? { amount: '0' }) }
      }
      spoil(answer, request)
    },
    [],
    { ...limitedContract, account: enforced },
  )
  const options = { baseUrl: 'http://127.0.0.1:1/api', credentials, seed: 1, runId: 'run00001' }
  return reportOf(certify(limitedContract, { ...options, transport: tillTransport(till), ...more }))
}

function failing(report: Report): readonly string[] {
  return report.rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
}

function learned(report: Report): Record<string, unknown> {
  return Object.fromEntries(report.rules.flatMap((rule) => (rule.learned ? [[rule.id, rule.learned]] : [])))
}

const measured = {
  'amount.minimum': { limit: '12.5', unit: 'EUR' },
  'amount.maximum': { limit: '4000', unit: 'EUR' },
  'amount.places': { limit: '2', unit: 'decimal places', currencies: { EUR: '2', USDC: '8' } },
  'lifetime.minimum': { limit: '120', unit: 'seconds' },
  'lifetime.maximum': { limit: '3456000', unit: 'seconds' },
}

test('a provider with other limits conforms, and its limits are told', async () => {
  for (const seed of [1, 2]) {
    const report = await certified(others, others, undefined, { seed })
    expect(failing(report)).toEqual([])
    expect(report.verdict).toBe('conforms')
    expect(learned(report)).toEqual(measured)
  }
})

test('both sides of each limit are sent, and measured beside documented is noted', async () => {
  const sent = new Set<string>()
  const report = await certified(others, others, (_answer, { body }) => {
    sent.add(`${body.amount} ${body.currency}`)
    sent.add(String(body.expires_in))
  })
  for (const amount of ['12.49', '12.5', '12.51', '3999.99', '4000', '4000.01']) expect(sent).toContain(`${amount} EUR`)
  for (const seconds of ['119', '120', '121', '3455999', '3456000', '3456001']) expect(sent).toContain(seconds)
  expect(report.notes).toContainEqual({ rule: 'amount.minimum', says: 'Documented: none; measured: 12.5 EUR.' })
})

test('the limits of the built-in account are measured too', async () => {
  const report = await certified(mockLimits, mockLimits, undefined, { accountKnown: true })
  expect(failing(report)).toEqual([])
  expect(learned(report)).toMatchObject({ 'amount.maximum': { limit: '30000' }, 'lifetime.minimum': { limit: '300' } })
})

const euros = (minimum: string, maximum: string) => ({ ...others, amount: { currency: 'EUR', minimum, maximum } })
const seconds = (minimum: number, maximum: number) => ({ ...others, lifetime: { minimum, maximum } })
const places = (eur: number, usdc: number) => ({
  ...others,
  currencies: others.currencies.map((one) => ({ ...one, decimals: one.code === 'EUR' ? eur : usdc })),
})

test.each<[string, string, AccountProfile]>([
  ['takes a cent less than it says', 'amount.minimum', euros('12.49', '4000')],
  ['refuses the minimum it names', 'amount.minimum', euros('12.51', '4000')],
  ['takes a cent more than it says', 'amount.maximum', euros('12.5', '4000.01')],
  ['refuses the maximum it names', 'amount.maximum', euros('12.5', '3999.99')],
  ['takes a shorter lifetime', 'lifetime.minimum', seconds(119, 3_456_000)],
  ['refuses the shortest lifetime', 'lifetime.minimum', seconds(121, 3_456_000)],
  ['takes a longer lifetime', 'lifetime.maximum', seconds(120, 3_456_001)],
  ['refuses the longest lifetime', 'lifetime.maximum', seconds(120, 3_455_999)],
  ['takes a decimal place more', 'amount.places', places(2, 9)],
  ['refuses the last decimal place', 'amount.places', places(2, 7)],
])('a provider that %s fails %s', async (_what, rule, enforced) => {
  expect(failing(await certified(enforced, others))).toEqual([rule])
})

test('an edge that is refused as something only the account knows is set aside', async () => {
  const report = await certified(others, others, (answer, { body }) => {
    if (body.amount !== '4000') return
    answer.status = 422
    answer.body = { error: 'At most 1 days.' }
  })
  expect(failing(report)).toEqual([])
})

/** Whatever is refused is refused with the same words. */
const silent = (answer: TillAnswer): void => {
  if (answer.status === 422) answer.body = { error: 'Das geht so nicht.' }
}

test('limits that no text names are found by halving, and blame nobody', async () => {
  const report = await certified(others, others, silent)
  expect(failing(report)).toEqual([])
  const halved = Object.entries(measured).map(([id, limit]) => [id, { ...limit, by: 'halving' }])
  expect(learned(report)).toEqual(Object.fromEntries(halved))
  expect(report.notes).toContainEqual({
    rule: 'amount.minimum',
    says: 'Documented: none; measured: 12.5 EUR, found by halving.',
  })
})

test('a limit without an edge is not told', async () => {
  const seen = new Set<unknown>()
  const report = await certified(others, others, (answer, { body }) => {
    silent(answer)
    if (Number(body.amount) < 90 && seen.has(body.amount)) Object.assign(answer, { status: 422, body: {} })
    seen.add(body.amount)
  })
  expect(learned(report)).not.toHaveProperty(['amount.minimum'])
})

const odd: readonly (readonly [string, AccountProfile])[] = [
  ['a high minimum', euros('5000', '90000')],
  ['a low maximum', euros('0.5', '20')],
  ['a short longest lifetime', seconds(60, 900)],
  ['a long shortest lifetime', seconds(400_000, 4_000_000)],
  ['no decimals in fiat', places(0, 6)],
  [
    'all of these',
    { ...euros('5000', '90000'), lifetime: { minimum: 60, maximum: 900 }, currencies: places(0, 1).currencies },
  ],
]

test.each(odd)('an account with %s is tested as well as any other', async (what, limits) => {
  const usual = await certified(others)
  for (const spoil of ['a high minimum', 'a short longest lifetime'].includes(what)
    ? [undefined, silent]
    : [undefined]) {
    const report = await certified(limits, limits, spoil)
    expect(failing(report)).toEqual([])
    expect(report.verdict).toBe('conforms')
    // Some probes of amounts have no currency that takes them.
    expect(report.summary.cases).toBeGreaterThanOrEqual(usual.summary.cases * 0.85)
    expect(report.summary.notTested).toBe(usual.summary.notTested)
    expect(report.notes.filter(({ says }) => says.includes('may lack'))).toEqual([])
  }
})

test('a budget is kept', async () => {
  const report = await certified(others, others, undefined, { budget: 60 })
  expect(report.requests).toBeLessThanOrEqual(60)
  expect(failing(report)).toEqual([])
})
