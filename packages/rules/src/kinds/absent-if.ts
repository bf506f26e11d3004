import { valueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { memberTargets } from '../member-targets.ts'
import { type AnswerRuleKind, defineAnswerRule } from '../rule-kind.ts'
import { withAnswerValue } from '../with-answer-value.ts'

interface Parameters {
  /** Members of the object at the rule's place; absent: the place is the member itself. */
  readonly members?: readonly string[] | undefined
}

/** Where the premises hold of the request, a member of the answer, or each of several, is absent or null. */
export const absentIf: AnswerRuleKind<Parameters> = defineAnswerRule<Parameters>({
  kind: 'absent-if',
  parameters: z.strictObject({ members: z.array(z.string()).min(1).optional() }),
  holds({ answer }, rule) {
    const there = memberTargets(rule.at, rule.parameters.members).find(
      (at) => (valueAt(answer.body, at) ?? null) !== null,
    )
    return there === undefined ? kept : broken(`The answer has a value at ${there}.`)
  },
  breaks: (answer, rule) =>
    memberTargets(rule.at, rule.parameters.members).map((at) => withAnswerValue(answer, at, 'zz-unexpected')),
})
