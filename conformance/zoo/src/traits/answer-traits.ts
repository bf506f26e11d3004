import { isFields } from '../fields.ts'
import type { Answer, Call, Heard } from '../provider.ts'
import { amountTraits } from './amount-traits.ts'
import { echoTraits } from './echo-traits.ts'
import { memberTraits } from './member-traits.ts'
import { refusalTraits } from './refusal-traits.ts'
import type { Members, SuccessTraits } from './success.ts'

const successTraits: SuccessTraits = { ...amountTraits, ...echoTraits, ...memberTraits }

/** Makes an answer as odd as the traits say. */
export function withAnswerTraits(answer: Answer, heard: Heard, call: Call): Answer {
  const body = answer.body
  if (!isFields(body)) return answer
  const copy: Members = structuredClone(body) as Members
  const odd: Answer = { status: answer.status, body: copy }
  const data = [copy.data, copy.paymentInfo].find(isFields) ?? copy
  const traits = answer.status < 300 ? successTraits : refusalTraits
  for (const trait of Object.keys(traits).filter(call.has)) {
    if (answer.status < 300) successTraits[trait]?.({ answer: odd, data: data as Members, call })
    else refusalTraits[trait]?.({ answer: odd, body: copy, heard, call })
  }
  return odd
}
