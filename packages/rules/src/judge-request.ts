import type { Operation, Rule } from '@assay/contract'
import type { Account } from './account.ts'
import type { ReceivedRequest } from './exchange.ts'
import type { Broken } from './judgement.ts'
import { kindOf } from './kind-of.ts'
import { meetsPremises } from './meets-premises.ts'
import { type RequestRuleKind, stages } from './rule-kind.ts'

/** A rule that a request breaks, and how. */
export interface BrokenRule {
  readonly rule: Rule
  readonly judgement: Broken
}

interface Check {
  readonly rule: Rule
  readonly kind: RequestRuleKind<Rule['parameters']>
  readonly reads: readonly string[]
  readonly stage: number
}

const PARSE = stages.indexOf('parse')
const ADMIT = stages.indexOf('admit')

const NONE: ReadonlySet<string> = new Set()

const checksOf = new WeakMap<Operation, readonly Check[]>()

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
  const found: BrokenRule[] = []
  let wrong: Map<string, number> | undefined
  let unreadable = false
  for (const { rule, kind, reads, stage } of checks(operation)) {
    if (unreadable && stage > PARSE) break
    if (rule.when !== undefined && !meetsPremises(request.body, rule.when, account)) continue
    if (wrong !== undefined && reads.some((at) => (wrong?.get(at) ?? stage) < stage)) continue
    const judgement = kind.holds(request, rule, account, operation)
    if (judgement.holds) continue
    if (!off.has(rule.id)) found.push({ rule, judgement })
    if (kind.stage === 'parse') unreadable = true
    else if (stage > ADMIT && !wrong?.has(rule.at)) wrong = (wrong ?? new Map()).set(rule.at, stage)
  }
  return found
}

function checks(operation: Operation): readonly Check[] {
  const known = checksOf.get(operation)
  if (known !== undefined) return known
  const made = operation.rules
    .flatMap((rule): Check[] => {
      const kind = kindOf(rule)
      return kind.side === 'request'
        ? [{ rule, kind, reads: kind.reads?.(rule) ?? [rule.at], stage: stages.indexOf(kind.stage) }]
        : []
    })
    .sort((one, other) => one.stage - other.stage)
  checksOf.set(operation, made)
  return made
}
