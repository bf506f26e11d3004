import { type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { type AnswerRuleKind, defineAnswerRule, type RuleOf } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  /** JSON Pointers into the error body: the code stands at one of them. */
  readonly places: readonly string[]
  /** The documented codes, by status. */
  readonly codes: { readonly [status: string]: readonly Json[] }
}

/** An error has the documented code of its status at one of the documented places; statuses without codes keep the rule. */
export const errorCode: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'error-code',
  parameters: z.strictObject({
    places: z.array(z.string()).min(1),
    codes: z.record(z.string(), z.array(z.json() as z.ZodType<Json>).min(1)),
  }),
  applies: (status, rule) => codesOf(status, rule) !== undefined,
  holds({ answer }, rule) {
    const codes = codesOf(answer.status, rule) ?? []
    const { places } = rule.parameters
    const isThere = places.some((at) => {
      const came = valueAt(answer.body, at)
      return came !== undefined && codes.some((code) => sameJson(code, came))
    })
    if (isThere) return kept
    return broken(
      `None of ${places.join(', ')} has the code ${codes.map((code) => JSON.stringify(code)).join(' or ')}.`,
    )
  },
  breaks(answer, rule) {
    const codes = codesOf(answer.status, rule)
    if (codes === undefined) return []
    const wrong = (code: Json): Json => (typeof code === 'number' ? 999 : 'zz_unknown')
    const held = rule.parameters.places.filter((at) => valueAt(answer.body, at) !== undefined)
    return [
      held.reduce((draft, at) => withAnswerValue(draft, at, wrong(valueAt(answer.body, at) ?? null)), answer),
    ].filter(() => held.length > 0)
  },
})

function codesOf(status: number, { parameters }: RuleOf<Parameters>): readonly Json[] | undefined {
  return Object.hasOwn(parameters.codes, String(status)) ? parameters.codes[String(status)] : undefined
}
