import type { Arbitrary } from 'fast-check'
import { z } from 'zod'
import type { Draft, Way } from '../draft.ts'
import { broken, kept } from '../judgement.ts'
import { memberTargets } from '../member-targets.ts'
import { narrowWhere } from '../narrow-where.ts'
import { parentOf } from '../parent-of.ts'
import { borrowing } from '../replacing.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** Members of the object at the rule's place; absent: the place is the member itself. */
  readonly members?: readonly string[] | undefined
}

/** Where the premises hold, a member is not given, nor is any of several. */
export const forbiddenIf: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'forbidden-if',
  stage: 'require',
  parameters: z.strictObject({ members: z.array(z.string()).min(1).optional() }),
  reads: (rule) => memberTargets(rule.at, rule.parameters.members),
  holds(request, rule) {
    const given = memberTargets(rule.at, rule.parameters.members).find((at) => sentAt(request.body, at) !== undefined)
    return given === undefined ? kept : broken(`The member ${given} may not be given here.`)
  },
  breaks(_valid, rule, bench) {
    const targets = memberTargets(rule.at, rule.parameters.members)
    const base = bench.having(parentOf(targets[0] ?? '')?.parent ?? '', rule.when)
    // The value comes from a draft in which the member is allowed, so that it is a right one.
    const borrowed = (drafts: Arbitrary<Draft>, at: string): Arbitrary<Draft> => borrowing(drafts, at, bench.having(at))
    const each = targets.map((at): Way => ({ way: `${at} where it is not allowed`, drafts: borrowed(base, at) }))
    if (targets.length < 2) return each
    return [...each, { way: `${targets.join(', ')} where none is allowed`, drafts: targets.reduce(borrowed, base) }]
  },
  edges: () => [],
  narrows(schema, rule, account) {
    return memberTargets(rule.at, rule.parameters.members).reduce((narrowed, at) => {
      const place = parentOf(at)
      if (place === undefined) return narrowed
      return narrowWhere(narrowed, rule.when, place.parent, { properties: { [place.member]: false } }, account)
    }, schema)
  },
})
