import type { Rule } from '@assay/contract'
import { kindOf } from '@assay/rules'

/** JSON Pointers of the members that a rule of the request looks at, those of its premises included; `''` is the whole body. */
export function rulePlaces(rule: Rule): readonly string[] {
  const kind = kindOf(rule)
  const read = (kind.side === 'request' ? kind.reads?.(rule) : undefined) ?? [rule.at]
  const parameters: unknown = rule.parameters.members
  const members = Array.isArray(parameters) ? parameters.map((name) => `${rule.at}/${String(name)}`) : []
  const own = members.length > 0 ? members : read
  return [...new Set([...own, ...(rule.when ?? []).map(({ at }) => at)])]
}

/** Whether a place is one of those, above or below one. */
export function isAmong(at: string, places: readonly string[]): boolean {
  return places.some((place) => at === place || at.startsWith(`${place}/`) || place.startsWith(`${at}/`))
}
