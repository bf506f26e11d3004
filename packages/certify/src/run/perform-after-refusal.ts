import { withoutValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { aside, type Performed } from './performed.ts'
import type { Send, Sender } from './send.ts'

/**
 * Sends a request without a member it needs, and when that was refused the whole one with the same reference. Where that is refused too, another
 * request tells whether it was for the reference.
 * @param control sends the whole request with another reference
 */
export async function performAfterRefusal(
  one: Case,
  draft: Draft,
  without: string,
  sender: Sender,
  control: () => Promise<Send>,
): Promise<Performed> {
  const first = await sender.send({ ...draft, body: withoutValueAt(draft.body, without) }, one.operation)
  if (first.kind !== 'answered') return { sends: [first], judged: first, ...aside(first) }
  const { status } = first.exchange.answer
  if (status < 400 || status >= 500) {
    return { sends: [first], judged: first, setAside: `The request without ${without} was answered with ${status}.` }
  }
  const judged = await sender.send(draft, one.operation)
  const sends = [first, judged]
  if (judged.kind !== 'answered') return { sends, judged, ...aside(judged) }
  if (isSuccess(judged.exchange.answer.status)) return { sends, judged }
  if (judged.healed !== undefined) return { sends, judged, setAside: judged.healed.says }
  const other = await control()
  const isTaken = other.kind === 'answered' && isSuccess(other.exchange.answer.status)
  return {
    sends: [...sends, other],
    judged,
    ...(isTaken ? {} : { setAside: 'The request was refused with another reference too.' }),
  }
}
