import { type Operation, withoutValueAt } from '@assay/contract'
import type { Way } from './draft.ts'
import { memberTargets } from './member-targets.ts'
import { withBody } from './replacing.ts'
import type { Bench, RuleOf } from './rule-kind.ts'

/** The way to leave a member out and break nothing else: where one of several is needed, another of them stays. None where that cannot be. */
export function removing(at: string, rule: RuleOf<unknown>, bench: Bench): readonly Way[] {
  const groups = bench.operation.rules.filter((other) => counts(other) && membersOf(other).includes(at))
  if (groups.some(({ kind }) => kind === 'exactly-one-of')) return []
  const others = groups.flatMap((group) =>
    membersOf(group)
      .filter((member) => member !== at)
      .slice(0, 1),
  )
  const premises = [...(rule.when ?? []), ...others.map((member) => ({ at: member, present: true }))]
  const drafts = bench.having(at, premises).map((draft) => withBody(draft, withoutValueAt(draft.body, at)))
  return [{ way: `no ${at}`, drafts }]
}

function counts({ kind, when }: Operation['rules'][number]): boolean {
  return when === undefined && (kind === 'at-least-one-of' || kind === 'exactly-one-of')
}

function membersOf({ at, parameters }: Operation['rules'][number]): readonly string[] {
  return Array.isArray(parameters.members) ? memberTargets(at, parameters.members.map(String)) : []
}
