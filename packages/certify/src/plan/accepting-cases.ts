import { type Json, type Operation, type Rule, stringifyJson } from '@assay/contract'
import { edgeWaysToDraw } from '@assay/payloads'
import type { Draft } from '@assay/rules'
import type { DroppedCase } from '../case.ts'
import type { Effort } from '../level.ts'
import type { PlanBench } from './bench.ts'
import { documentedExamples } from './documented-examples.ts'
import { draftMeeting } from './draft-meeting.ts'
import { drawWay } from './draw.ts'
import { graftedDraft } from './grafted-draft.ts'
import { listedValues } from './listed-values.ts'
import type { PlannedCase } from './planned.ts'
import { presentTogether } from './present-together.ts'
import type { ValidPool } from './valid-pool.ts'

/** A list of so many values is no list of currencies. */
const FEW = 8

/** Cases that must be accepted: the smallest and the fullest payload, each member alone and in pairs, each listed value. */
export function acceptingCases(bench: PlanBench, pool: ValidPool, effort: Effort): readonly PlannedCase[] {
  const accepted = (name: string, way: string, draft: Draft, round: number): PlannedCase => ({
    name,
    phase: 'accepts',
    way,
    draft,
    round,
    expectation: { outcome: 'accepted' },
  })
  const alone = pool.pointers.flatMap((pointer) => {
    const draft = pool.having(pointer)
    if (draft === undefined || stringifyJson(draft.body) === stringifyJson(pool.minimal.body)) return []
    return [accepted(`with${pointer}`, `${pointer} and what must stand beside it`, draft, 1)]
  })
  // The values of a documented list are its edges, each of which is sent.
  const listed = bench.operation.rules.filter(
    ({ kind, strength, outcome }) => kind === 'enum' && strength === 'documented' && outcome === 'must-refuse',
  )
  const open = listedValues(bench.operation).filter(({ at }) => !listed.some((rule) => rule.at === at && !rule.when))
  const values = open.flatMap(({ at, values }) =>
    values.slice(0, effort.values).flatMap((value) => {
      const draft = pool.having(at, value)
      return draft === undefined
        ? []
        : [accepted(`value${at}=${String(value)}`, `${stringifyJson(value)} at ${at}`, draft, 2)]
    }),
  )
  const premises = bench.operation.rules.flatMap((rule) => {
    const draft = rule.side === 'answer' ? draftMeeting(rule.when ?? [], bench, pool) : undefined
    return draft === undefined ? [] : [accepted(`shows/${rule.id}`, `a payload for which ${rule.id} applies`, draft, 2)]
  })
  // What comes back only where premises hold is sent there in each listed value.
  const echoed = bench.operation.rules.flatMap((rule) =>
    listedEchoes(rule, bench.operation).flatMap(({ at, value }) => {
      const draft = draftMeeting([...(rule.when ?? []), { at, equals: value }], bench, pool)
      const name = `shows/${rule.id}/${String(value)}`
      return draft === undefined ? [] : [accepted(name, `${stringifyJson(value)} at ${at}, which comes back`, draft, 2)]
    }),
  )
  const pairs = presentTogether(pool.drafts, pool.pointers, effort.pairs)
  const drawn = pool.drafts.filter((draft) => !pairs.includes(draft)).slice(0, effort.drawn)
  return [
    accepted('minimal', 'nothing but what must be there', pool.minimal, 1),
    accepted('full', 'everything that may be there', pool.full, 1),
    ...documentedExamples(bench, pool).map(({ name, draft }) =>
      accepted(`example/${name}`, 'the documented example', draft, 2),
    ),
    ...alone,
    ...values,
    ...premises,
    ...echoed,
    ...pairs.map((draft, index) =>
      accepted(`together/${index + 1}`, 'optional members present and absent together', draft, 3),
    ),
    ...drawn.map((draft, index) => accepted(`drawn/${index + 1}`, 'a valid payload as drawn', draft, 4)),
  ]
}

/** The listed values that a rule with premises says to come back. */
function listedEchoes(rule: Rule, operation: Operation): readonly { readonly at: string; readonly value: Json }[] {
  if (rule.kind !== 'echoes' || rule.when === undefined) return []
  const members: unknown = rule.parameters.members
  const places = Array.isArray(members) ? members.map(({ from }) => String(from)) : [String(rule.parameters.from)]
  const few = listedValues(operation).filter(({ at, values }) => places.includes(at) && values.length <= FEW)
  return few.flatMap(({ at, values }) => values.map((value) => ({ at, value })))
}

/** Cases exactly at the limits of rules; those whose draft does not keep every rule are dropped. */
export function edgeCases(
  bench: PlanBench,
  pool: ValidPool,
  effort: Effort,
  seed: number,
): { readonly cases: readonly PlannedCase[]; readonly dropped: readonly DroppedCase[] } {
  const cases: PlannedCase[] = []
  const dropped: DroppedCase[] = []
  const counts = new Map<string, number>()
  for (const { rule, way, drafts } of edgeWaysToDraw(bench.operation, bench.setting)) {
    const { id } = rule
    const drawn = drawWay(drafts, effort.edges, seed, `${id} edge ${way}`)
    if (drawn === undefined) continue
    // The first of them is plain but for the edge; the others are as they were drawn.
    const valid = distinct(
      drawn
        .filter((draft) => bench.keepsAll(draft))
        .map((draft, index) => (index === 0 ? graftedDraft(draft, pool.minimal, rule, bench, bench.keepsAll) : draft)),
    )
    if (valid.length === 0)
      dropped.push({ rule: id, way, says: `No draft at the edge keeps every rule: ${brokenIn(bench, drawn[0])}.` })
    for (const [index, draft] of valid.entries()) {
      const number = (counts.get(id) ?? 0) + 1
      counts.set(id, number)
      const expectation =
        rule.outcome === 'unspecified' ? ({ outcome: 'either' } as const) : ({ outcome: 'accepted' } as const)
      cases.push({ name: `edge/${id}/${number}`, phase: 'accepts', rule, way, draft, round: index + 1, expectation })
    }
  }
  return { cases, dropped }
}

/** Drafts that differ in what is sent. */
export function distinct(drafts: readonly Draft[]): readonly Draft[] {
  return [...new Map(drafts.map((draft) => [keyOf(draft), draft])).values()]
}

function keyOf(draft: Draft): string {
  return JSON.stringify([draft.text ?? stringifyJson(draft.body), draft.contentType, draft.fault, draft.repeated])
}

function brokenIn(bench: PlanBench, draft: Draft | undefined): string {
  if (draft === undefined) return 'none was drawn'
  const broken = bench.brokenBy(draft)
  return broken.length > 0 ? `it breaks ${broken.join(', ')}` : 'the schema refuses it'
}
