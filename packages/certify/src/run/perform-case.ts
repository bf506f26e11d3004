import { isJsonNumber, type Operation, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { performAfterEarlier } from './perform-after-earlier.ts'
import { performAfterRefusal } from './perform-after-refusal.ts'
import { performAtOnce } from './perform-at-once.ts'
import { aside, type Performed } from './performed.ts'
import type { Send, Sender } from './send.ts'

/** Milliseconds after which a moment of expiry beside a limit may have crossed it: it keeps 5 s, and clocks differ a little. */
const LATE = 2_000

/**
 * Sends a case's draft; a repeated one is sent twice, and only the second sending is judged.
 * @param another gives the draft with a reference that no other request bears
 * @param plannedAt Unix time in milliseconds for which the draft was made: points in time in it move along with the clock
 */
export async function performCase(
  one: Case,
  draft: Draft,
  sender: Sender,
  plannedAt: number,
  now: number,
  another: () => Draft,
): Promise<Performed> {
  const timely = onTime(draft, one, now - plannedAt)
  const control = (): Promise<Send> => sender.send(onTime(another(), one, now - plannedAt), one.operation)
  const { course } = one
  if (course?.kind === 'at-once') return performAtOnce(one, timely, course.times, sender, control)
  if (course?.kind === 'after-earlier') return performAfterEarlier(one, timely, course, sender, control)
  if (course?.kind === 'after-refusal') return performAfterRefusal(one, timely, course.without, sender, control)
  if (!timely.repeated) {
    const judged = await sender.send(timely, one.operation)
    // A moment a few seconds beside a limit is on its other side after a long wait.
    const late =
      one.learned &&
      one.rule?.kind === 'lifetime-range' &&
      tellsInstant(timely, one.operation) &&
      arrivalOf(judged) - now > LATE
    return { sends: [judged], judged, ...(late ? { setAside: 'It took too long to arrive.' } : aside(judged)) }
  }
  const first = await sender.send(timely, one.operation)
  if (first.kind !== 'answered') return { sends: [first], judged: first, ...aside(first) }
  if (!isSuccess(first.exchange.answer.status)) {
    return {
      sends: [first],
      judged: first,
      setAside: `The first of two equal requests was answered with ${first.exchange.answer.status}.`,
    }
  }
  const judged = await sender.send(timely, one.operation)
  return { sends: [first, judged], judged, ...aside(judged) }
}

function arrivalOf(send: Send): number {
  return send.kind === 'answered' ? send.exchange.receivedAt : send.sentAt
}

/** Whether a draft names a moment of expiry. */
export function tellsInstant({ body }: Draft, { roles }: Operation): boolean {
  return roles.some(({ role, at }) => role === 'instant' && valueAt(body, at) !== undefined)
}

function onTime(draft: Draft, one: Case, elapsed: number): Draft {
  if (elapsed < 1000) return draft
  let { body, text } = draft
  for (const role of one.operation.roles) {
    if (role.role !== 'instant') continue
    const value = valueAt(body, role.at)
    const moved = Math.floor(elapsed / (role.unit === 'minutes' ? 60_000 : 1000))
    if (!isJsonNumber(value) || !Number.isSafeInteger(Number(value))) continue
    const later = Number(value) + moved
    body = withValueAt(body, role.at, later)
    // A text that is more or less than its body has the moment in the same digits.
    text = text?.replace(new RegExp(`(?<![0-9])${value}(?![0-9])`, 'g'), String(later))
  }
  return body === draft.body ? draft : { ...draft, body, ...(text === undefined ? {} : { text }) }
}
