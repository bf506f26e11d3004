import type { Rule } from '@assay/contract'
import type { RuleKind } from './rule-kind.ts'
import { ruleKinds } from './rule-kinds.ts'

const byName: ReadonlyMap<string, RuleKind> = new Map(ruleKinds.map((kind) => [kind.kind, kind]))

/**
 * The kind of a rule.
 * @throws Error when no kind has its name: the contract was written for another version.
 */
export function kindOf(rule: Pick<Rule, 'id' | 'kind'>): RuleKind {
  const kind = byName.get(rule.kind)
  if (kind === undefined) {
    throw new Error(
      `The rule ${rule.id} is of the kind "${rule.kind}", which is unknown: generate the contract again with this version.`,
    )
  }
  return kind
}
