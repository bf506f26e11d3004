import { type Json, type Operation, withoutValueAt } from '@assay/contract'
import { memberOf } from './member-of.ts'
import { sentAt } from './sent-at.ts'

/** The body without some members, and without those that may only stand beside them. */
export function withoutMembers(body: Json, pointers: readonly string[], operation: Operation): Json {
  const removed = new Set(pointers)
  let changed = [...removed].reduce(withoutValueAt, body)
  for (let found = true; found; ) {
    const dependent = operation.rules
      .filter((rule) => rule.kind === 'required-if' && targetsOf(rule).some((target) => removed.has(target)))
      .flatMap((rule) => rule.when ?? [])
      .find((premise) => premise.present === true && sentAt(changed, premise.at) !== undefined)
    found = dependent !== undefined
    if (dependent !== undefined) {
      removed.add(dependent.at)
      changed = withoutValueAt(changed, dependent.at)
    }
  }
  return changed
}

function targetsOf({ at, parameters }: Operation['rules'][number]): readonly string[] {
  const { members } = parameters
  return Array.isArray(members) ? members.map((member) => memberOf(at, String(member))) : [at]
}
