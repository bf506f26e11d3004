import { isJsonObject } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { memberTargets } from '../member-targets.ts'
import { narrowWhere } from '../narrow-where.ts'
import { parentOf } from '../parent-of.ts'
import { removing } from '../removing.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** Members of the object at the rule's place; absent: the place is the member itself. */
  readonly members?: readonly string[] | undefined
}

/** Where the premises hold, a member is given, or several are; an object that holds them and is absent keeps the rule. */
export const requiredIf: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'required-if',
  stage: 'require',
  parameters: z.strictObject({ members: z.array(z.string()).min(1).optional() }),
  reads: (rule) => memberTargets(rule.at, rule.parameters.members),
  holds(request, rule) {
    const missing = memberTargets(rule.at, rule.parameters.members).find((at) => {
      if (sentAt(request.body, at) !== undefined) return false
      const place = parentOf(at)
      return place !== undefined && isJsonObject(sentAt(request.body, place.parent))
    })
    return missing === undefined ? kept : broken(`The member ${missing} is missing.`)
  },
  breaks: (_valid, rule, bench) =>
    memberTargets(rule.at, rule.parameters.members).flatMap((at) => removing(at, rule, bench)),
  edges: () => [],
  narrows(schema, rule, account) {
    return memberTargets(rule.at, rule.parameters.members).reduce((narrowed, at) => {
      const place = parentOf(at)
      if (place === undefined) return narrowed
      return narrowWhere(narrowed, rule.when, place.parent, { required: [place.member] }, account)
    }, schema)
  },
})
