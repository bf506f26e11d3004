import type { Operation, Rule } from '@assay/contract'
import { answerApplies, kindOf } from '@assay/rules'

/** Of an answer Pact sees status, media type, form and constants; nothing that depends on the request, the time or other answers. */
const SEEN = ['status', 'answer-content-type', 'documented-shape', 'constant']

/** The rules about answers with a status that a pact shows something of. */
export function seenRules({ rules }: Operation, status: number): readonly Rule[] {
  return rules.filter((rule) => {
    const kind = kindOf(rule)
    return kind.side === 'answer' && SEEN.includes(kind.kind) && answerApplies(status, rule, kind)
  })
}
