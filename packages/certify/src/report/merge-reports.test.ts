import { expect, test } from 'vitest'
import { limitedContract } from '../__fixtures__/limited-contract.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials, smallTill, tillTransport } from '../__fixtures__/small-till.ts'
import { certify } from '../certify.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { planOf } from '../plan/plan-of.ts'
import { reportOf } from '../report-of.ts'
import { mergeReports } from './merge-reports.ts'
import type { Report } from './report.ts'

const usual: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1',
  credentials,
  seed: 1,
  runId: 'whole',
  accountKnown: true,
  level: 'quick',
}

type Till = Parameters<typeof smallTill>

/** A till of its own for each run: what one created the others must not find. */
const certified = (till: Till, more: Partial<CertifyOptions> = {}): Promise<Report> =>
  reportOf(certify(till[2] ?? smallContract, { ...usual, transport: tillTransport(smallTill(...till)), ...more }))

const sharded = (count: number, till: Till, more: Partial<CertifyOptions> = {}): Promise<readonly Report[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      certified(till, { ...more, runId: `part${index}`, shard: { index: index + 1, count } }),
    ),
  )

const broken: Till[0] = (answer, request) => {
  if (request.broken.length === 0 && typeof request.body.note === 'string') {
    answer.body = { ...(answer.body as object), note: 'another' }
  }
}

/** Enough to tell, and soon planned. */
const few = { only: ['note.max-length', 'amount.type', 'answer.note'] }

const tills: readonly (readonly [string, Till, Partial<CertifyOptions>])[] = [
  ['a right till', [], few],
  ['a till that takes long notes and wrong signatures', [undefined, ['note.max-length', 'auth.signature']], {}],
  ['a till that repeats wrongly', [broken], few],
  ['a till with limits of its own', [undefined, [], limitedContract], {}],
  ['a till with limits that nobody knows', [undefined, [], limitedContract], { accountKnown: false }],
]

test.each(tills)('merges the shards of %s to the whole', async (_, till, more) => {
  const whole = await certified(till, more)
  const merged = mergeReports(await sharded(3, till, more))
  const documented = (report: Report) =>
    report.rules
      .filter(({ id }) => !/^(http|security)\./.test(id))
      .map(({ id, verdict, cases, learned }) => ({ id, verdict, cases, learned }))
  expect([merged.verdict, merged.complete]).toEqual([whole.verdict, whole.complete])
  expect(documented(merged)).toEqual(documented(whole))
  expect(merged.summary).toEqual(whole.summary)
})

test('plans each case in one shard', () => {
  const whole = planOf(smallContract, usual).cases.map(({ id }) => id)
  const shards = [1, 2, 3].map((index) =>
    planOf(smallContract, { ...usual, shard: { index, count: 3 } }).cases.map(({ id }) => id),
  )
  expect(shards.flat().sort()).toEqual(whole.sort())
  expect(shards.every((cases) => cases.length > 0)).toBe(true)
})

test('keeps what was expected, and finds what is stale', async () => {
  const till: Till = [undefined, ['note.max-length']]
  const known = mergeReports(await sharded(3, till, { ...few, expectedFailures: ['note.max-length'] }))
  expect(known.verdict).toBe('conforms')
  const stale = mergeReports(
    await sharded(3, till, { ...few, expectedFailures: ['note.max-length', 'amount.type', 'gone'] }),
  )
  expect(stale.verdict).toBe('findings')
  expect(stale.expectedFailures?.map(({ outcome }) => outcome)).toEqual(['failed', 'passed', 'unknown'])
})

test('says that nothing can be said where no shard could begin', async () => {
  const wrong = { ...few, credentials: { ...credentials, secret: 'another-secret' } }
  expect(mergeReports(await sharded(2, [], wrong))).toMatchObject({
    verdict: 'inconclusive',
    reason: expect.stringContaining('refused'),
  })
})

test('refuses reports that do not belong together', async () => {
  const [one, two] = await sharded(2, [], few)
  if (one === undefined || two === undefined) throw new Error('There are two shards.')
  expect(() => mergeReports([])).toThrow('There is no report to merge')
  expect(() => mergeReports([one])).toThrow('Shard 2/2 is missing')
  expect(() => mergeReports([one, two, two])).toThrow('Shard 2/2 is there 2 times')
  expect(() => mergeReports([one, { ...two, seed: 2 }])).toThrow('differ in their seed, 1 and 2')
  const { shard: _, ...whole } = two
  expect(() => mergeReports([one, whole])).toThrow('is of no shard')
})
