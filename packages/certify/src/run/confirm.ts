import type { Draft } from '@assay/rules'
import type { Case, Course } from '../case.ts'
import type { CertifyEvent } from '../certify-event.ts'
import { findingOf } from '../finding/finding-of.ts'
import type { Problem } from '../judge/problem.ts'
import { SHOWN_FINDINGS } from '../report/rule-tally.ts'
import { attributedRefusal } from './attributed-refusal.ts'
import { judgePerformed } from './judge-performed.ts'
import type { Performed } from './performed.ts'
import { benchOf, perform, type RunContext } from './run-context.ts'
import { addFinding, addNote, recordCreated } from './run-state.ts'
import type { Send } from './send.ts'
import { smallestFailing } from './smallest-failing.ts'

/** How often equal requests are sent at the same moment again, at most, to see a problem a second time. */
const ROUNDS = 3

/** Rules that nothing excuses: a server error is one, however seldom it comes. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['http.no-server-error'])

/** What became of problems that were seen once. */
export interface Confirmed {
  /** The rules whose break was seen again. */
  readonly broken: readonly string[]
  readonly events: readonly CertifyEvent[]
  /** Every request that the second looks took. */
  readonly sends: readonly Send[]
  /** The case without a value that has nothing to do with what it is to show, and got it refused. */
  readonly mended?: Draft
}

/**
 * Sends a case again, so that nothing stands that was seen only once, and looks for the smallest request that shows it. Rules that have failed often
 * enough already are only counted.
 */
export async function confirm(
  context: RunContext,
  one: Case,
  performed: Performed,
  problems: readonly Problem[],
): Promise<Confirmed> {
  const { state } = context
  const events: CertifyEvent[] = []
  const sends: Send[] = []
  const seen = (rule: string): number => state.tallies.get(rule)?.findings.length ?? 0
  const fresh = problems.filter(({ rule }) => seen(rule) < SHOWN_FINDINGS)
  if (fresh.length === 0) {
    for (const { rule } of problems) addFinding(state, rule, () => neverMade())
    return { broken: problems.map(({ rule }) => rule), events, sends }
  }
  let attempt = 1
  let again = await tried(context, one, attempt, one.draft, sends)
  const seenAgain = (): readonly Problem[] =>
    problems.filter(({ rule }) => STANDS_ALONE.has(rule) || again.problems.some((problem) => problem.rule === rule))
  // Requests at the same moment do not meet at the same point every time.
  while (one.course?.kind === 'at-once' && seenAgain().length === 0 && attempt < ROUNDS) {
    attempt += 1
    again = await tried(context, one, attempt, one.draft, sends)
  }
  const confirmed = seenAgain()
  if (confirmed.length < problems.length) {
    const note = addNote(state, unconfirmed(problems, confirmed, again.performed), problems[0]?.rule)
    if (note !== undefined) events.push({ type: 'note', note })
  }
  const broken: string[] = []
  let mended: Draft | undefined
  const look = async (draft: Draft): ReturnType<typeof tried> => {
    attempt += 1
    return tried(context, one, attempt, draft, sends)
  }
  for (const seenAs of confirmed) {
    const { problem, mended: other } = await attributedRefusal(
      context,
      one,
      seenAs,
      performed.judged,
      async (draft) => {
        const { performed: control } = await look(draft)
        return control.judged
      },
    )
    broken.push(problem.rule)
    mended ??= other
    let shown: { readonly problem: Problem; readonly send: Send } = { problem, send: performed.judged }
    if (seen(problem.rule) === 0 && again.performed.setAside === undefined && one.course === undefined) {
      await smallestFailing(one, benchOf(context, one), async (draft) => {
        const { performed: smaller, problems: found } = await look(draft)
        const same = found.find(({ rule }) => rule === seenAs.rule)
        if (same !== undefined) shown = { problem: problem === seenAs ? same : problem, send: smaller.judged }
        return same !== undefined
      })
    }
    const before = inTurn(one.course) ? performed.sends.slice(0, performed.sends.indexOf(performed.judged)) : []
    const finding = addFinding(state, problem.rule, () =>
      findingOf(one, shown.problem, shown.send, context.findings, before),
    )
    if (finding !== undefined) events.push({ type: 'finding', rule: problem.rule, finding })
  }
  return { broken, events, sends, ...(mended === undefined ? {} : { mended }) }
}

async function tried(
  context: RunContext,
  one: Case,
  attempt: number,
  draft: Draft,
  sends: Send[],
): Promise<{ readonly performed: Performed; readonly problems: readonly Problem[] }> {
  const performed = await perform(context, one, attempt, draft)
  sends.push(...performed.sends)
  const problems = judgePerformed(context, one, performed)
  for (const send of performed.sends) recordCreated(context.state, one, send, context.findings.redactor)
  if (performed.judged.kind === 'answered' && performed.judged.exchange.answer.status < 300) {
    context.state.earlier.push(performed.judged.exchange.answer)
  }
  return { performed, problems }
}

/** Whether requests of a case build on each other. */
function inTurn(course: Course | undefined): boolean {
  return course !== undefined && course.kind !== 'at-once'
}

function unconfirmed(problems: readonly Problem[], confirmed: readonly Problem[], again: Performed): string {
  const lost = problems.filter((problem) => !confirmed.includes(problem))
  const why = again.setAside === undefined ? 'not when sent again' : `and it could not be sent again: ${again.setAside}`
  return `Seen once, ${why}: ${lost.map(({ says }) => says).join(' ')}`
}

function neverMade(): never {
  throw new Error('A rule that has failed often enough gets no further finding.')
}
