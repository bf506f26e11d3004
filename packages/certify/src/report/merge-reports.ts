import { CertifyError } from '../certify-error.ts'
import { ELSEWHERE, type Shard } from '../plan/shard.ts'
import { targetOf } from '../target.ts'
import { mergedTimings } from './merged-timings.ts'
import type { Report, RuleReport } from './report.ts'
import { SHOWN_FINDINGS } from './rule-tally.ts'
import { sealReport } from './sealed-report.ts'
import { expectedFailures, verdictOf } from './verdict-of.ts'

/** One report of a shard, and the shard it is of. */
type OfShard = Report & { readonly shard: Shard }

/** What must be the same in every shard, and what it is called. */
const same: readonly (readonly [string, (report: Report) => string])[] = [
  ['provider', ({ provider }) => provider],
  // A mock of each shard's own listens on a port of its own.
  ['target', ({ target }) => (targetOf(target).loopback ? 'this machine' : target)],
  ['seed', ({ seed }) => String(seed)],
  ['level', ({ level }) => level],
  ['contract', ({ contract }) => contract.sha256],
  ['number of shards', ({ shard }) => String(shard?.count)],
]

/**
 * One report of the reports of all shards, with the verdict that the whole would have got.
 * @throws CertifyError where one is missing, is there twice, is no shard, or is of another certification
 */
export function mergeReports(reports: readonly Report[]): Report {
  const shards = inOrder(reports)
  const [first] = shards
  if (first === undefined) throw new CertifyError('There is no report to merge: name the reports of all shards.')
  const rules = first.rules.map(({ id }) => mergedRule(id, shards))
  const further = shards
    .flatMap((report) => report.rules)
    .filter(({ id }) => !first.rules.some((rule) => rule.id === id))
  rules.push(...[...new Set(further.map(({ id }) => id))].map((id) => mergedRule(id, shards)))
  const expected = expectedFailures(
    [...new Set(shards.flatMap((report) => report.expectedFailures ?? []).map(({ rule }) => rule))],
    rules,
  )
  const complete = shards.every((report) => report.complete)
  const obstacle = shards.find(({ verdict, complete: whole }) => verdict === 'inconclusive' && whole)?.reason
  const failed = rules.some(({ verdict }) => verdict === 'fail')
  const { verdict, reason } = verdictOf({
    rules,
    expected,
    complete,
    accepted: true,
    ...(obstacle === undefined || (failed && obstacle.startsWith('No valid')) ? {} : { obstacle }),
  })
  const count = (wanted: string): number => rules.filter((rule) => rule.verdict === wanted).length
  const starts = shards.map(({ startedAt }) => Date.parse(startedAt))
  const ends = shards.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs)
  const { shard: _, reason: __, expectedFailures: ___, timings: ____, ...rest } = first
  const timings = mergedTimings(shards.flatMap((report) => report.timings ?? []))
  return sealReport({
    ...rest,
    shards: shards.map(({ shard, runId }) => ({ ...shard, runId })),
    verdict,
    ...(reason === undefined ? {} : { reason }),
    complete,
    startedAt: new Date(Math.min(...starts)).toISOString(),
    durationMs: Math.max(...ends) - Math.min(...starts),
    requests: sum(shards, ({ requests }) => requests),
    summary: {
      rules: rules.length,
      pass: count('pass'),
      fail: count('fail'),
      notTested: count('not-tested'),
      cases: sum(shards, ({ summary }) => summary.cases),
      dropped: Math.max(...shards.map(({ summary }) => summary.dropped)),
    },
    rules,
    ...(timings === undefined ? {} : { timings }),
    ...(expected.length === 0 ? {} : { expectedFailures: expected }),
    notes: [
      ...new Map(shards.flatMap(({ notes }) => notes).map((note) => [`${note.rule}\n${note.says}`, note])).values(),
    ],
    created: shards.flatMap(({ created }) => created),
  })
}

function inOrder(reports: readonly Report[]): readonly OfShard[] {
  const [first] = reports
  const whole = reports.find(({ shard }) => shard === undefined)
  if (whole !== undefined)
    throw new CertifyError(`A report of ${whole.provider} is of no shard: there is nothing to merge it with.`)
  for (const report of reports) {
    for (const [name, of] of same) {
      if (first !== undefined && of(report) !== of(first))
        throw new CertifyError(
          `The reports differ in their ${name}, ${of(first)} and ${of(report)}: they are not of one certification.`,
        )
    }
  }
  const shards = reports.filter((report): report is OfShard => report.shard !== undefined)
  const { count = 0 } = first?.shard ?? {}
  for (let index = 1; index <= count; index += 1) {
    const found = shards.filter(({ shard }) => shard.index === index).length
    if (found !== 1)
      throw new CertifyError(
        `Shard ${index}/${count} is ${found === 0 ? 'missing' : `there ${found} times`}: name the report of each shard once.`,
      )
  }
  return [...shards].sort((one, other) => one.shard.index - other.shard.index)
}

function mergedRule(id: string, shards: readonly OfShard[]): RuleReport {
  const found = shards.flatMap(({ rules }) => rules.filter((rule) => rule.id === id))
  // Who was not to test it knows least of it.
  const informed = found.filter(({ reason }) => reason !== ELSEWHERE)
  const base = (informed.find(({ verdict }) => verdict !== 'not-tested') ?? informed[0] ?? found[0]) as RuleReport
  const failed = found.some(({ verdict }) => verdict === 'fail')
  const passed = found.some(({ verdict }) => verdict === 'pass')
  const verdict = failed ? 'fail' : passed ? 'pass' : 'not-tested'
  const open = found.flatMap((rule) => rule.open ?? [])
  const learned = found.find((rule) => rule.learned !== undefined)?.learned
  const { reason: _, expected: __, open: ___, learned: ____, ...rest } = base
  return {
    ...rest,
    verdict,
    cases: sum(found, ({ cases }) => cases),
    failed: sum(found, (rule) => rule.failed),
    findings: found.flatMap(({ findings }) => findings).slice(0, SHOWN_FINDINGS),
    ...(open.length === 0
      ? {}
      : { open: { accepted: sum(open, ({ accepted }) => accepted), refused: sum(open, ({ refused }) => refused) } }),
    ...(learned === undefined ? {} : { learned }),
    ...(verdict === 'not-tested' && base.reason !== undefined ? { reason: base.reason } : {}),
    ...(verdict === 'fail' && found.some(({ expected }) => expected) ? { expected: true as const } : {}),
  }
}

function sum<Thing>(things: readonly Thing[], of: (thing: Thing) => number): number {
  return things.reduce((total, thing) => total + of(thing), 0)
}
