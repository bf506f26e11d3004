import type { Operation, Premise, Rule } from '@assay/contract'
import type { Account } from './account.ts'
import type { ReceivedRequest } from './exchange.ts'
import type { Broken } from './judgement.ts'
import { kindOf } from './kind-of.ts'
import { meetsPremise } from './meets-premises.ts'
import { type RequestRuleKind, stages } from './rule-kind.ts'
import { type SentValues, sentValues } from './sent-values.ts'

/** A rule that a request breaks, and how. */
export interface BrokenRule {
  readonly rule: Rule
  readonly judgement: Broken
}

type Kind = RequestRuleKind<Rule['parameters']>

/** A rule with all that is known of it before a request comes. */
interface Check {
  readonly rule: Rule
  readonly holds: Kind['holds']
  readonly holdsOf: Kind['holdsOf']
  readonly reads: readonly string[]
  readonly stage: number
  /** Index of the value at the rule's place, in a kind that looks at that alone; else undefined. */
  readonly value: number | undefined
  /** Each with the index of the value at its place. */
  readonly premises: readonly { readonly premise: Premise; readonly at: number }[]
  /** Whether any value is looked up before the kind is asked. */
  readonly looksUp: boolean
}

type Values = ReturnType<SentValues['in']>

interface Checks {
  readonly places: SentValues
  readonly inOrder: readonly Check[]
}

const PARSE = stages.indexOf('parse')
const ADMIT = stages.indexOf('admit')

const NOT_LOOKED_UP: Values = []
const NONE: ReadonlySet<string> = new Set()

const checksOf = new WeakMap<Operation, Checks>()

/**
 * The request rules of an operation that a request breaks, in the order of the stages. A body that cannot be read, or that may not be sent, has nothing
 * to be judged further; nor has a value that an earlier stage found wrong.
 * @param off Ids of rules that are judged, so that what follows from them stays as it is, and not told.
 */
export function judgeRequest(
  request: ReceivedRequest,
  operation: Operation,
  account: Account,
  off: ReadonlySet<string> = NONE,
): readonly BrokenRule[] {
  return brokenRules(request, operation, account, off, Number.POSITIVE_INFINITY)
}

/** The first of the rules that {@link judgeRequest} tells, for one who answers with its error: what comes after it is not judged. */
export function firstBrokenRule(
  request: ReceivedRequest,
  operation: Operation,
  account: Account,
  off: ReadonlySet<string> = NONE,
): BrokenRule | undefined {
  return brokenRules(request, operation, account, off, 1)[0]
}

function brokenRules(
  request: ReceivedRequest,
  operation: Operation,
  account: Account,
  off: ReadonlySet<string>,
  most: number,
): readonly BrokenRule[] {
  const { inOrder, places } = checks(operation)
  const found: BrokenRule[] = []
  let values = NOT_LOOKED_UP
  let wrong: Map<string, number> | undefined
  let unreadable = false
  for (const check of inOrder) {
    const { rule, reads, stage, holds, holdsOf } = check
    if (unreadable && stage > PARSE) break
    // Not before it is asked for: what is refused for its signature needs none of it.
    if (check.looksUp && values === NOT_LOOKED_UP) values = places.in(request.body)
    if (!applies(check, values, account)) continue
    if (wrong !== undefined && reads.some((at) => (wrong?.get(at) ?? stage) < stage)) continue
    const value = check.value === undefined ? undefined : values[check.value]
    const judgement =
      holdsOf === undefined || value === undefined
        ? holds(request, rule, account, operation)
        : holdsOf(value, rule, account, operation)
    if (judgement.holds) continue
    if (!off.has(rule.id) && found.push({ rule, judgement }) === most) break
    if (stage === PARSE) unreadable = true
    else if (stage > ADMIT && !wrong?.has(rule.at)) wrong = (wrong ?? new Map()).set(rule.at, stage)
  }
  return found
}

/** Whether a rule has something to judge: its value was sent, where it looks at one alone, and its premises are met. */
function applies({ value, premises }: Check, values: Values, account: Account): boolean {
  if (value !== undefined && values[value] === undefined) return false
  for (const { premise, at } of premises) if (!meetsPremise(values[at], premise, account)) return false
  return true
}

function checks(operation: Operation): Checks {
  const known = checksOf.get(operation)
  if (known !== undefined) return known
  const places = sentValues()
  const inOrder = operation.rules
    .flatMap((rule): Check[] => {
      const kind = kindOf(rule)
      if (kind.side !== 'request') return []
      const value = kind.holdsOf === undefined ? undefined : places.indexOf(rule.at)
      const premises = (rule.when ?? []).map((premise) => ({ premise, at: places.indexOf(premise.at) }))
      const looksUp = value !== undefined || premises.length > 0
      const reads = kind.reads?.(rule) ?? [rule.at]
      const { holds, holdsOf } = kind
      return [{ rule, holds, holdsOf, reads, stage: stages.indexOf(kind.stage), value, premises, looksUp }]
    })
    .sort((one, other) => one.stage - other.stage)
  const made = { places, inOrder }
  checksOf.set(operation, made)
  return made
}
