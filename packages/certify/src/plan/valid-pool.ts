import { type Json, valueAt, withValueAt } from '@assay/contract'
import { validDrafts } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import { draw } from './draw.ts'
import { memberPointers } from './member-pointers.ts'
import { withoutSpareMembers } from './smaller-drafts.ts'

/** Valid drafts to choose from, and what can be made of them. */
export interface ValidPool {
  /** In the order drawn. */
  readonly drafts: readonly Draft[]
  /** With the most members first, otherwise in the order drawn. */
  readonly fullestFirst: readonly Draft[]
  /** Every member that any of them has. */
  readonly pointers: readonly string[]
  readonly minimal: Draft
  readonly full: Draft
  /** The smallest valid draft with a member at the pointer, and with a certain value where one is given. */
  having(pointer: string, value?: Draft['body']): Draft | undefined
}

/**
 * Draws valid drafts and keeps those that are: undefined where none is.
 * @param seed with `count` it decides what is drawn
 */
export function validPool(bench: PlanBench, count: number, seed: number): ValidPool | undefined {
  const drawn = draw(validDrafts(bench.operation, bench.setting), count, seed, `${bench.operation.id} valid`)
  const drafts = drawn.filter((draft) => bench.keepsAll(draft))
  const bySize = drafts
    .map((draft) => ({ draft, members: memberPointers(draft.body) }))
    .sort((one, other) => one.members.length - other.members.length)
  const [smallest, largest] = [bySize[0], bySize.at(-1)]
  if (smallest === undefined || largest === undefined) return undefined
  const pointers = [...new Set(bySize.flatMap(({ members }) => members))].sort()
  const minimal = withoutSpareMembers(smallest.draft, bench.keepsAll)

  const donors = (pointer: string): readonly Draft[] =>
    bySize.filter(({ members }) => members.includes(pointer)).map(({ draft }) => draft)

  const having = (pointer: string, value?: Draft['body']): Draft | undefined => {
    for (const donor of donors(pointer).slice(0, 12)) {
      const wanted = value ?? valueAt(donor.body, pointer)
      if (wanted === undefined) continue
      const grafted = { ...minimal, body: withValueAt(minimal.body, pointer, wanted) }
      if (bench.keepsAll(grafted)) return grafted
      const own = value === undefined ? donor : { ...donor, body: withValueAt(donor.body, pointer, value) }
      if (bench.keepsAll(own)) return withoutSpareMembers(own, bench.keepsAll, pointer)
    }
    // A value that goes with few others, such as a network of one currency.
    const found =
      value === undefined ? undefined : donors(pointer).find((donor) => valueAt(donor.body, pointer) === value)
    return found && withoutSpareMembers(found, bench.keepsAll, pointer)
  }

  const grafted = pointers.reduce((draft, pointer) => {
    const donor = donors(pointer)[0]
    return fuller(bench, draft, pointer, donor === undefined ? [] : [valueAt(donor.body, pointer)])
  }, largest.draft)
  const full = accountPlaces(bench).reduce((draft, { at, values }) => fuller(bench, draft, at, values), grafted)
  const fullestFirst = bySize
    .toSorted((one, other) => other.members.length - one.members.length)
    .map(({ draft }) => draft)
  return { drafts, fullestFirst, pointers, minimal, full, having }
}

/** The draft with the first of the values at a pointer that leaves it valid; as it is where it has one already, or none fits. */
function fuller(bench: PlanBench, draft: Draft, pointer: string, values: readonly (Json | undefined)[]): Draft {
  if (valueAt(draft.body, pointer) !== undefined) return draft
  for (const value of values) {
    if (value === undefined) continue
    const more = { ...draft, body: withValueAt(draft.body, pointer, value) }
    if (bench.keepsAll(more)) return more
  }
  return draft
}

/** Members that only the account knows, with values it takes: none where the account is not known. */
function accountPlaces({
  operation,
  setting,
}: PlanBench): readonly { readonly at: string; readonly values: readonly Json[] }[] {
  if (!setting.accountKnown) return []
  const { values, currencies } = setting.account.profile
  const codes = currencies.filter(({ type, disabled }) => type === 'crypto' && !disabled).map(({ code }) => code)
  return operation.roles
    .filter(({ role }) => role === 'account')
    .map(({ at }) => ({ at, values: [...(values[at] ?? []), ...codes] }))
}
