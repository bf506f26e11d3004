import type { Contract, Operation, Rule } from '@assay/contract'
import type { Case, DroppedCase } from '../case.ts'
import { CertifyError } from '../certify-error.ts'
import type { CertifyOptions } from '../certify-options.ts'
import { hygieneRules } from '../judge/hygiene-rules.ts'
import { effortOf } from '../level.ts'
import { newRunId } from '../new-run-id.ts'
import { phases } from '../phase.ts'
import { targetOf } from '../target.ts'
import { acceptingCases, edgeCases } from './accepting-cases.ts'
import { amountProbes } from './amount-probes.ts'
import { type PlanBench, planBench } from './bench.ts'
import { breakingCases } from './breaking-cases.ts'
import { characterCountProbes } from './character-count-probes.ts'
import { integerProbes } from './integer-probes.ts'
import { lenientReadingProbes } from './lenient-reading-probes.ts'
import { negativeAmountCases } from './negative-amount-cases.ts'
import type { PlannedCase } from './planned.ts'
import { refreshedDraft } from './refreshed-draft.ts'
import { rememberingCases } from './remembering-cases.ts'
import { ELSEWHERE, isInShard, subjectOf } from './shard.ts'
import { signatureProbes } from './signature-probes.ts'
import { textProbes } from './text-probes.ts'
import { validPool } from './valid-pool.ts'
import { withinBudget } from './within-budget.ts'
import { withstandingCases } from './withstanding-cases.ts'

/** Everything a certification will send, in order, if nothing goes wrong. */
export interface Plan {
  /** Part of every reference. */
  readonly runId: string
  /** Unix time in milliseconds for which the cases were made. */
  readonly plannedAt: number
  readonly cases: readonly Case[]
  /** Valid requests, with which a run begins: those of the whole plan, whatever the shard. */
  readonly probes: readonly Case[]
  /** The cases that are told the limits no document states: those of the whole plan, whatever the shard. */
  readonly measuring: readonly Case[]
  /** The number of whatever is planned later: of a shard's cases the numbers have gaps. */
  readonly next: number
  /** What could not be shown to be what it claims, so it is not sent. */
  readonly dropped: readonly DroppedCase[]
  /** Why a rule has no case, by rule id, where the plan knows. */
  readonly untested: ReadonlyMap<string, string>
  /** One an operation, for judging drafts again. */
  readonly benches: ReadonlyMap<string, PlanBench>
}

/**
 * Plans a certification and sends nothing. The same contract, options, run id and time give the same plan.
 * @param first the number of the first case
 * @throws CertifyError when no valid payload can be made, or `only` names a rule the contract does not have.
 */
export function planOf(contract: Contract, options: CertifyOptions, first = 1): Plan {
  const runId = options.runId ?? newRunId()
  if (!/^[a-z0-9]{3,16}$/.test(runId)) throw new CertifyError(`The run id "${runId}" is not 3 to 16 of a-z and 0-9.`)
  const now = (options.clock ?? Date.now)()
  refuseUnknownRules(contract, options.only ?? [])
  const benches = new Map<string, PlanBench>()
  const dropped: DroppedCase[] = []
  const planned = contract.operations.flatMap((operation) => {
    const bench = planBench(contract, operation, options, now)
    benches.set(operation.id, bench)
    const { cases, dropped: gone } = plannedFor(bench, options)
    dropped.push(...gone)
    return withinBudget(cases, options, targetOf(options.baseUrl)).map((one) => ({ ...one, operation }))
  })
  const several = contract.operations.length > 1
  const ordered = planned
    .map((one, index) => ({ one, order: phases.indexOf(one.phase) * planned.length + index }))
    .sort((left, right) => left.order - right.order)
  const cases = ordered.map(({ one: { name, ...rest } }, index): Case => {
    const id = `${several ? `${rest.operation.id}/` : ''}${rest.phase}/${name}`
    const number = index + first
    const bench = benches.get(rest.operation.id)
    const draft = bench ? refreshedDraft(rest.draft, bench, { runId, number, attempt: 0 }, options) : rest.draft
    return { ...rest, id, number, draft }
  })
  const untested = untestedRules(contract, cases, dropped)
  const { shard, seed } = options
  return {
    runId,
    plannedAt: now,
    cases: cases.filter((one) => isInShard(subjectOf(one), shard, seed)),
    probes: cases.filter((one) => one.rule === undefined && one.expectation.outcome === 'accepted'),
    measuring: cases.filter(({ phase }) => phase === 'measures'),
    next: first + cases.length,
    dropped,
    untested: new Map([...rulesElsewhere(cases, options), ...untested]),
    benches,
  }
}

/** Why rules that have cases have none here. */
function rulesElsewhere(cases: readonly Case[], { shard, seed }: CertifyOptions): ReadonlyMap<string, string> {
  const elsewhere = cases.filter((one) => !isInShard(subjectOf(one), shard, seed))
  return new Map(elsewhere.flatMap(({ rule }) => (rule === undefined ? [] : [[rule.id, ELSEWHERE] as const])))
}

function plannedFor(
  bench: PlanBench,
  options: CertifyOptions,
): { cases: readonly PlannedCase[]; dropped: readonly DroppedCase[] } {
  const effort = effortOf(options.level ?? 'standard')
  const { operation } = bench
  const pool = validPool(bench, effort.pool, options.seed)
  if (pool === undefined) {
    throw new CertifyError(
      `No valid payload can be made for ${operation.method} ${operation.path}: see which pins it needs.`,
    )
  }
  const edges = edgeCases(bench, pool, effort, options.seed)
  const requestRules = operation.rules.filter((rule) => rule.side === 'request' && chosen(rule, options))
  const breaks = breakingCases(bench, pool, requestRules, effort, options.seed)
  const all = [
    ...acceptingCases(bench, pool, effort),
    ...amountProbes(bench, pool),
    ...integerProbes(bench, pool),
    ...textProbes(bench, pool, effort.probes),
    ...edges.cases,
    ...characterCountProbes(bench, pool, requestRules),
    ...breaks.cases,
    ...signatureProbes(bench, pool),
    ...lenientReadingProbes(bench, pool, requestRules),
    ...negativeAmountCases(bench, pool),
    ...rememberingCases(bench, pool, requestRules),
    ...withstandingCases(bench, pool, requestRules, effort),
  ]
  return { cases: all.filter((one) => serves(one, operation, options)), dropped: [...edges.dropped, ...breaks.dropped] }
}

function chosen(rule: Rule, { only }: CertifyOptions): boolean {
  return only === undefined || only.includes(rule.id)
}

/** Whether a case tests what was asked for: rules about answers are tested by every accepted request. */
function serves(one: PlannedCase, operation: Operation, options: CertifyOptions): boolean {
  const { only } = options
  if (only === undefined) return true
  if (one.rule !== undefined && chosen(one.rule, options)) return true
  if (one.hygiene !== undefined) return only.includes(one.hygiene)
  if (one.rule !== undefined) return false
  const hygiene = only.some((id) => hygieneRules.some((rule) => rule.id === id))
  if (one.expectation.outcome === 'any') return hygiene
  const answers = operation.rules.some((rule) => rule.side === 'answer' && chosen(rule, options))
  // A refusal proves nothing where no valid request is accepted, so one always goes along.
  return answers || hygiene || one.name === 'minimal'
}

function refuseUnknownRules(contract: Contract, only: readonly string[]): void {
  const known = new Set([
    ...contract.operations.flatMap(({ rules }) => rules.map(({ id }) => id)),
    ...hygieneRules.map(({ id }) => id),
  ])
  const unknown = only.find((id) => !known.has(id))
  if (unknown !== undefined) {
    throw new CertifyError(`The contract of ${contract.provider} has no rule ${unknown}: see the rules it has.`)
  }
}

function untestedRules(
  contract: Contract,
  cases: readonly Case[],
  dropped: readonly DroppedCase[],
): ReadonlyMap<string, string> {
  const tested = new Set(cases.map(({ rule }) => rule?.id))
  const reasons = contract.operations.flatMap(({ rules }) =>
    rules
      .filter((rule) => rule.side === 'request' && !tested.has(rule.id))
      .map((rule) => [rule.id, reasonFor(rule, dropped)] as const),
  )
  return new Map(reasons)
}

function reasonFor(rule: Rule, dropped: readonly DroppedCase[]): string {
  const { reason } = rule.parameters
  if (typeof reason === 'string') return reason
  const failed = dropped.find((one) => one.rule === rule.id)
  if (failed !== undefined) return `No payload breaks this rule alone: ${failed.says}`
  return 'No request that can be made breaks this rule.'
}
