import { isJsonObject, withValueAt } from '@assay/contract'
import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { parentOf } from '../parent-of.ts'
import { removing } from '../removing.ts'
import { withBody } from '../replacing.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'
import { sentAt } from '../sent-at.ts'

interface Parameters {
  /** Whether null is a value here: the schema allows it and asks for the member. */
  readonly nullable?: boolean | undefined
}

/** JSON Schema 2020-12, Validation 6.5.3: the member is there, where the object that holds it is. One rule a member. */
export const required: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'required',
  stage: 'require',
  parameters: z.strictObject({ nullable: z.boolean().optional() }),
  holds(request, rule) {
    if (sentAt(request.body, rule.at) !== undefined) return kept
    const place = parentOf(rule.at)
    const object = place === undefined ? undefined : sentAt(request.body, place.parent)
    if (place === undefined || !isJsonObject(object)) return kept
    if (rule.parameters.nullable === true && object[place.member] === null) return kept
    return broken(`The member ${rule.at} is missing.`)
  },
  breaks(_valid, rule, bench) {
    const nulls = bench
      .having(rule.at, rule.when)
      .map((draft) => withBody(draft, withValueAt(draft.body, rule.at, null)))
    const ways = removing(rule.at, rule, bench)
    if (ways.length === 0 || rule.parameters.nullable === true) return ways
    return [...ways, { way: `null at ${rule.at}`, drafts: nulls }]
  },
  edges: () => [],
})
