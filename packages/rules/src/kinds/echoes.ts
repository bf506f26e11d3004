import { isJsonObject, type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { decimalOf } from '../decimal-of.ts'
import { broken, kept } from '../judgement.ts'
import { otherThan } from '../other-than.ts'
import { type AnswerRuleKind, defineAnswerRule, type Made, type RuleOf } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { sentAt } from '../sent-at.ts'
import { withAnswerValue } from '../with-answer-value.ts'

const comparison = z.enum(['exact', 'decimal', 'instant']).optional()

interface Echo {
  /** JSON Pointer into the answer. */
  readonly at: string
  /** JSON Pointer into the request. */
  readonly from: string
  /** How the two are compared; `decimal` and `instant` by their exact numeric value, however they are spelt. Default: `exact`. */
  readonly as?: 'exact' | 'decimal' | 'instant' | undefined
}

interface Parameters {
  /** JSON Pointer into the request, of the one echo at the rule's place. */
  readonly from?: string | undefined
  readonly as?: Echo['as']
  /** Several echoes in one rule, instead of one at the rule's place. */
  readonly members?: readonly Echo[] | undefined
  /** Whether a value that was sent must come back. */
  readonly always?: boolean | undefined
}

/** What the answer repeats of the request is repeated unchanged; what it leaves out is judged only where it `always` comes back. */
export const echoes: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'echoes',
  parameters: z
    .strictObject({
      from: z.string().optional(),
      as: comparison,
      members: z
        .array(z.strictObject({ at: z.string(), from: z.string(), as: comparison }))
        .min(1)
        .optional(),
      always: z.boolean().optional(),
    })
    .refine(({ from, members }) => (from === undefined) !== (members === undefined), 'give either "from" or "members"'),
  holds({ request, answer }, rule) {
    for (const echo of echoesOf(rule)) {
      const sent = sentAt(request.body, echo.from)
      const came = valueAt(answer.body, echo.at) ?? undefined
      if (sent === undefined) continue
      if (came === undefined) {
        if (rule.parameters.always === true) return broken(`The answer does not repeat ${echo.from} at ${echo.at}.`)
      } else if (!isRepeated(sent, came, echo.as))
        return broken(`The value at ${echo.at} is not the one sent at ${echo.from}.`)
    }
    return kept
  },
  breaks: (answer, rule, { request }) =>
    echoesOf(rule).flatMap((echo) => {
      const sent = sentAt(request.body, echo.from)
      return sent === undefined ? [] : [withAnswerValue(answer, echo.at, otherThan(sent))]
    }),
  makes(request, rule) {
    const made: Made[] = []
    for (const { at, from } of echoesOf(rule)) {
      const value = sentAt(request.body, from)
      if (value !== undefined) made.push({ at, value })
    }
    return made
  },
})

function echoesOf({ at, parameters }: RuleOf<Parameters>): readonly Echo[] {
  const { from, as, members } = parameters
  return members ?? (from === undefined ? [] : [{ at, from, as }])
}

function isRepeated(sent: Json, came: Json, as: Echo['as']): boolean {
  const exact = as === undefined || as === 'exact' ? undefined : decimalOf(sent)
  if (exact !== undefined) return decimalOf(came)?.eq(exact) ?? false
  // Members that the answer adds, such as a network that is null, are no part of the echo.
  if (isJsonObject(sent) && isJsonObject(came)) {
    return Object.entries(sent).every(([name, value]) => value === null || isRepeated(value, came[name] ?? null, as))
  }
  return sameJson(sent, came)
}
