import { withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Case, Course } from '../case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { aside, type Performed } from './performed.ts'
import type { Send, Sender } from './send.ts'

/**
 * Sends a request with other values at some places, where asked for another one between, and then the request itself, whose reference is used by then.
 * @param another sends the whole request with another reference
 */
export async function performAfterEarlier(
  one: Case,
  draft: Draft,
  { other, between }: Course & { readonly kind: 'after-earlier' },
  sender: Sender,
  another: () => Promise<Send>,
): Promise<Performed> {
  const body = other.reduce((changed, { at, value }) => withValueAt(changed, at, value), draft.body)
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
