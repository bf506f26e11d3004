import { valueAt, withValueAt } from '@assay/contract'
import { type Draft, inOtherCase } from '@assay/rules'
import type { Case, Course } from '../case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { aside, type Performed } from './performed.ts'
import type { Send, Sender } from './send.ts'

/**
 * Sends a request with other values at some places, where asked for another one between, and then the request itself.
 * @param another sends the whole request with another reference
 */
export async function performAfterEarlier(
  one: Case,
  draft: Draft,
  { other, between, inOtherCase: at }: Course & { readonly kind: 'after-earlier' },
  sender: Sender,
  another: () => Promise<Send>,
): Promise<Performed> {
  const cased = at === undefined ? undefined : inOtherCase(valueAt(draft.body, at))
  const changes = at === undefined || cased === undefined ? other : [...other, { at, value: cased }]
  const body = changes.reduce((changed, { at: place, value }) => withValueAt(changed, place, value), draft.body)
  const sends: Send[] = []
  for (const send of [() => sender.send({ ...draft, body }, one.operation), ...(between ? [another] : [])]) {
    const earlier = await send()
    sends.push(earlier)
    if (earlier.kind !== 'answered') return { sends, judged: earlier, ...aside(earlier) }
    const { status } = earlier.exchange.answer
    if (!isSuccess(status))
      return { sends, judged: earlier, setAside: `A request that had to come before was answered with ${status}.` }
  }
  const judged = await sender.send(draft, one.operation)
  return { sends: [...sends, judged], judged, ...aside(judged) }
}
