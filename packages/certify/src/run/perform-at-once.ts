import type { Draft } from '@assay/rules'
import type { Case } from '../case.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { aside, type Performed } from './performed.ts'
import type { AnsweredSend, Send, Sender } from './send.ts'
import { startingLine } from './starting-line.ts'

/**
 * Sends equal requests at the same moment. Several that were accepted show the fault whatever became of the others; where none was, another
 * request tells whether such a one is accepted by itself.
 * @param control sends the request alone, with another reference
 */
export async function performAtOnce(
  one: Case,
  draft: Draft,
  times: number,
  sender: Sender,
  control: () => Promise<Send>,
): Promise<Performed> {
  const line = startingLine(times)
  const sends = await Promise.all(Array.from({ length: times }, () => sender.send(draft, one.operation, line)))
  const answered = sends.filter((send) => send.kind === 'answered')
  const successes = answered.filter(accepted)
  const refused = answered.filter((send) => !accepted(send))
  const [first, second] = successes
  if (second !== undefined) return { sends, judged: second, accepted: successes.length }
  const lost = sends.find((send) => send.kind !== 'answered')
  if (lost !== undefined) return { sends, judged: lost, ...aside(lost) }
  const healed = answered.find((send) => send.healed !== undefined)
  const judged = refused.find(({ exchange }) => exchange.answer.status >= 500) ?? otherwise(one, refused) ?? refused[0]
  if (judged === undefined || healed !== undefined) {
    return {
      sends,
      judged: healed ?? answered[0] ?? (await control()),
      setAside: 'A connection broke under equal requests.',
    }
  }
  if (first !== undefined) return { sends, judged, accepted: 1 }
  const alone = await control()
  const isTaken = alone.kind === 'answered' && accepted(alone)
  return {
    sends: [...sends, alone],
    judged,
    accepted: 0,
    ...(isTaken ? {} : { setAside: 'No equal request was accepted, and neither was one by itself.' }),
  }
}

function accepted({ exchange }: AnsweredSend): boolean {
  return isSuccess(exchange.answer.status)
}

/** A refusal with a status that is not documented. */
function otherwise({ expectation }: Case, refused: readonly AnsweredSend[]): AnsweredSend | undefined {
  const documented = expectation.outcome === 'refused' ? expectation.status : []
  return documented.length === 0
    ? undefined
    : refused.find(({ exchange }) => !documented.includes(exchange.answer.status))
}
