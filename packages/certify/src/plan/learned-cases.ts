import { type Rule, stringifyJson, valueAt } from '@assay/contract'
import { breakingWays, edgeWays } from '@assay/payloads'
import { type Draft, kindOf, type Way } from '@assay/rules'
import type { PlanBench } from './bench.ts'
import { objectionTo } from './breaking-cases.ts'
import { draw } from './draw.ts'
import type { PlannedCase } from './planned.ts'
import { withoutSpareMembers } from './smaller-drafts.ts'

/** A rule whose limit a provider named, or is to be asked for. */
export interface Limited {
  readonly rule: Rule
  /** The currency that the limit belongs to, and the pointer of its code; absent where it is one for all. */
  readonly currency?: { readonly code: string; readonly at: string }
}

/** The case that goes beyond any limit of one currency, to be told the limit; none where no such request can be made. */
export function provokingCases(bench: PlanBench, limited: Limited, seed: number): readonly PlannedCase[] {
  const { rule } = limited
  const way = breakingWays(bench.operation, inCurrency(limited), bench.setting).at(-1)
  if (way === undefined) return []
  const draft = drawn(way, limited, seed, (one) => objectionTo(bench, rule, one) === undefined)
  return draft === undefined ? [] : [{ ...refused(limited, way, draft), name: nameOf(limited, 'asked') }]
}

/**
 * The cases on both sides of a learned limit: at it and a step inside, to be accepted, and a step outside, to be refused.
 * @param bench whose account has the limit
 * @param isKnown whether a way was sent already, or will be
 */
export function learnedCases(
  bench: PlanBench,
  limited: Limited,
  seed: number,
  isKnown: (way: string) => boolean,
): readonly PlannedCase[] {
  const { rule } = limited
  const asked = inCurrency(limited)
  const within = edgeWays(bench.operation, bench.setting, [asked])
    .filter(({ way }) => !isKnown(way))
    .flatMap((way): PlannedCase[] => {
      const draft = drawn(way, limited, seed, bench.keepsAll)
      return draft === undefined ? [] : [accepted(limited, way, draft)]
    })
  const outside = breakingWays(bench.operation, asked, bench.setting)
    .filter(({ way }) => !isKnown(way))
    .flatMap((way): PlannedCase[] => {
      const draft = drawn(way, limited, seed, (one) => objectionTo(bench, rule, one) === undefined)
      return draft === undefined ? [] : [refused(limited, way, draft)]
    })
  return [...within, ...outside].map((one, index) => ({
    ...one,
    name: nameOf(limited, `limit-${index + 1}`),
    learned: true as const,
  }))
}

/** A case that tries a value where a limit is looked for; whatever comes is right. */
export function limitCase(limited: Limited, draft: Draft, value: string): PlannedCase {
  const name = nameOf(limited, `try-${value}`)
  return { name, phase: 'measures', way: `${value} for ${name}`, draft, round: 1, expectation: { outcome: 'any' } }
}

/** The rule for requests in one currency alone. */
export function inCurrency({ rule, currency }: Limited): Rule {
  if (currency === undefined) return rule
  return { ...rule, when: [...(rule.when ?? []), { at: currency.at, equals: currency.code }] }
}

/** The first draft that serves, without the members that might get it refused for another reason. */
function drawn(
  { way, drafts }: Way,
  { rule, currency }: Limited,
  seed: number,
  serves: (draft: Draft) => boolean,
): Draft | undefined {
  const found = draw(drafts, 1, seed, `${rule.id} learned ${currency?.code ?? ''} ${way}`).find(serves)
  if (found === undefined) return undefined
  const kind = kindOf(rule)
  const places = (kind.side === 'request' ? kind.reads?.(rule) : undefined) ?? [rule.at]
  const values = ({ body }: Draft): string => places.map((at) => textAt(body, at)).join()
  const own = values(found)
  return withoutSpareMembers(found, (draft) => values(draft) === own && serves(draft))
}

function textAt(body: Draft['body'], at: string): string {
  const value = valueAt(body, at)
  return value === undefined ? '' : stringifyJson(value)
}

function nameOf({ rule, currency }: Limited, last: string): string {
  return [rule.id, ...(currency === undefined ? [] : [currency.code]), last].join('/')
}

function accepted({ rule }: Limited, { way }: Way, draft: Draft): PlannedCase {
  return { name: '', phase: 'measures', rule, way, draft, round: 1, expectation: { outcome: 'accepted' } }
}

function refused(limited: Limited, way: Way, draft: Draft): PlannedCase {
  const status = limited.rule.answer?.status ?? []
  return { ...accepted(limited, way, draft), expectation: { outcome: 'refused', status } }
}
