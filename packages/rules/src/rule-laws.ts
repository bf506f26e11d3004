import { type Rule, stringifyJson } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import { brokenBy } from './breaks-only.ts'
import type { Draft, Way } from './draft.ts'
import { kindOf } from './kind-of.ts'
import type { Bench } from './rule-kind.ts'
import { withShrunkForms } from './shrunk-forms.ts'

/** A law that the ways of a rule do not keep. */
export interface LawBreach {
  readonly rule: string
  /** The way, where the law is about one. */
  readonly way?: string
  /** What is wrong, with the draft that shows it. */
  readonly says: string
}

export interface LawOptions {
  readonly seed?: number
  /** Drafts looked at a way, their shrunk forms not counted. Default: 20. */
  readonly runs?: number
}

/**
 * The laws of a request rule, tried on an operation: what `breaks` makes is broken in that rule and in no other, what `edges` makes keeps every rule, the
 * shrunk forms of either do so too, and there is a way to break it, unless its kind says that there is none. Empty when all hold.
 */
export function ruleLaws(
  rule: Rule,
  valid: Arbitrary<Draft>,
  bench: Bench,
  options: LawOptions = {},
): readonly LawBreach[] {
  const kind = kindOf(rule)
  if (kind.side === 'answer') return []
  const breaking = kind.breaks(valid, rule, bench)
  // The type of the whole body is the concern of `well-formed-body`.
  const mayHaveNone = kind.withoutWays === true || (rule.kind === 'type' && rule.at === '')
  if (breaking.length === 0 && !mayHaveNone) return [{ rule: rule.id, says: 'It has no way to be broken.' }]
  return [
    ...breaking.flatMap((way) => breachesOf(way, rule, [rule.id], bench, options)),
    ...kind.edges(valid, rule, bench).flatMap((way) => breachesOf(way, rule, [], bench, options)),
  ]
}

/** The first draft of a way that does not break exactly the rules expected, as drawn or shrunk. */
function breachesOf(way: Way, rule: Rule, expected: readonly string[], bench: Bench, options: LawOptions): LawBreach[] {
  const { seed = 1, runs = 20 } = options
  const breaches: LawBreach[] = []
  const look = (draft: Draft) => {
    if (breaches.length > 0) return
    const broken = brokenBy(draft, bench.operation, bench.account)
    if (broken.join() === expected.join()) return
    const says = `It breaks [${broken.join(', ')}] instead of [${expected.join(', ')}]: ${draft.text ?? stringifyJson(draft.body)}`
    breaches.push({ rule: rule.id, way: way.way, says })
  }
  try {
    withShrunkForms(way.drafts, runs, seed).forEach(look)
  } catch (error) {
    breaches.push({
      rule: rule.id,
      way: way.way,
      says: `It cannot be made: ${error instanceof Error ? error.message : String(error)}`,
    })
  }
  return breaches
}
