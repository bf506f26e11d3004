import { setTimeout as sleep } from 'node:timers/promises'
import { clockSkew, type Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import { NOTABLE_SKEW } from '../judge/notable-skew.ts'
import { standingOf, standingSays } from '../judge/standing.ts'
import type { AnsweredSend, Send, Sender } from './send.ts'

/** Whether a certification can begin, in one sentence. */
export interface Diagnosis {
  readonly ready: boolean
  readonly says: string
  readonly sends: readonly Send[]
  /** Worth knowing. */
  readonly notes: readonly string[]
  /** How far the provider's clock is ahead, in milliseconds; 0 where its answer has no date. */
  readonly skew: number
}

/** Time before another try, in milliseconds. */
const BREATH = 200

/**
 * Looks whether the target can be reached and takes the credentials, and nothing else: never at an answer's shape. It sends again before it
 * says no.
 * @param draft gives the draft of a try, with a reference of its own
 * @param patience milliseconds until an unfinished answer counts as none
 */
export async function diagnose(
  cases: readonly Case[],
  draft: (one: Case, attempt: number) => Draft,
  sender: Sender,
  patience: number,
): Promise<Diagnosis> {
  const tries = cases.slice(0, 3)
  const sends: Send[] = []
  let ready: AnsweredSend | undefined
  for (const [attempt, one] of tries.entries()) {
    if (attempt > 0) await sleep(BREATH)
    const tried = await firstAnswered(one, draft, sender, patience, attempt)
    sends.push(...tried)
    ready = tried.find((send): send is AnsweredSend => send.kind === 'answered' && objection(send, one) === undefined)
    const hung = tried.some((send) => send.kind === 'failed' && send.fault === 'timeout')
    if (ready !== undefined || hung || tried.some((send) => send.kind === 'unsent')) break
  }
  if (ready === undefined)
    return { ready: false, says: reasonOf(sends, tries, sender.requests()), sends, notes: [], skew: 0 }
  const skew = clockSkew(ready.exchange.answer, ready.exchange.receivedAt)
  const notes =
    Math.abs(skew) > NOTABLE_SKEW ? [`The provider's clock differs from this one by ${Math.round(skew / 1000)} s.`] : []
  return {
    ready: true,
    says: `It answers, and does not refuse the credentials (${ready.exchange.answer.status}).`,
    sends,
    notes,
    skew,
  }
}

/** Sends a try; where half the patience brings no answer, a second one beside it, so that both end in time. */
async function firstAnswered(
  one: Case,
  draft: (one: Case, attempt: number) => Draft,
  sender: Sender,
  patience: number,
  attempt: number,
): Promise<readonly Send[]> {
  const first = sender.send(draft(one, attempt * 2), one.operation)
  const late = Symbol('late')
  const timer = new AbortController()
  const early = await Promise.race([first, sleep(patience / 2, late, { signal: timer.signal }).catch(() => late)])
  if (typeof early !== 'symbol') {
    timer.abort()
    return [early]
  }
  const second = sender.send(draft(one, attempt * 2 + 1), one.operation)
  const answered = async (send: Promise<Send>): Promise<Send> => {
    const done = await send
    return done.kind === 'answered' ? done : Promise.reject(done)
  }
  // The first is given up when its time is over, and the second is not waited for any longer than that.
  const inTime = Promise.race([answered(second), first.then((send) => Promise.reject(send))])
  const any = await Promise.any([answered(first), inTime]).catch(() => undefined)
  return any === undefined ? [await first] : [any]
}

/** Why an answer shows that nothing can be certified; undefined where it can. */
function objection({ exchange }: AnsweredSend, { operation }: Case): string | undefined {
  return standingSays(standingOf(operation, exchange.answer), operation, exchange.answer.status)
}

function reasonOf(sends: readonly Send[], tries: readonly Case[], asked: number): string {
  const last = sends.at(-1)
  if (last === undefined || last.kind === 'unsent')
    return last?.why === 'busy' ? 'The provider kept asking to wait.' : 'The run ended before anything was sent.'
  const times = `Asked ${asked} ${asked === 1 ? 'time' : 'times'}.`
  if (last.kind === 'failed') return `The target could not be reached: ${last.says} ${times}`
  const [one] = tries
  return `${(one && objection(last, one)) ?? 'No answer came.'} ${times}`
}
