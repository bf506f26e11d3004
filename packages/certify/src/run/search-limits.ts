import { limitSearch } from '@assay/payloads'
import type { LimitSearch } from '@assay/rules'
import Big from 'big.js'
import type { CertifyEvent } from '../certify-event.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import { type PlanBench, planBench } from '../plan/bench.ts'
import { draw } from '../plan/draw.ts'
import { inCurrency, type Limited, limitCase } from '../plan/learned-cases.ts'
import { limitedProfile } from '../plan/learned-profile.ts'
import { roundestBetween } from '../plan/roundest-between.ts'
import { numberedCases } from './numbered-cases.ts'
import { measureOf } from './record-learned.ts'
import { runCase } from './run-cases.ts'
import { perform, type RunContext } from './run-context.ts'

/** Requests spent on one limit, at most. */
const MOST_SENDS = 60
/** A limit may keep others from being found, so what was not is looked for again. */
const ROUNDS = 2
/** Valid requests in which values are tried before a limit is given up: what they have beside it may be refused. */
const BASES = 3
/** Requests drawn, of which those serve that break no other rule. */
const DRAWN = 6

/** What a trial showed; `unclear` ends a search. */
type Side = 'taken' | 'refused' | 'unclear'

/**
 * Looks by halving for the limits of which refusals name none that can be read: between a value that is taken and one that is refused, to neighbouring
 * values, each of which is sent twice. Nobody is blamed. Takes at most a quarter of the requests that are left.
 */
export async function* searchLimits(
  context: RunContext,
  signal: AbortSignal,
): AsyncGenerator<CertifyEvent, void, undefined> {
  const { state, options, sender } = context
  // Where the account is known its limits are too, and a quick look does not go so far.
  if (options.accountKnown || options.level === 'quick' || state.unread.size === 0) return
  const most = sender.requests() + sender.left() / 4
  for (let round = 1; round <= ROUNDS; round += 1) {
    let found = 0
    for (const limited of unread(context)) {
      if (signal.aborted || sender.requests() >= most) return
      const limit = yield* searched(context, limited, Math.min(most, sender.requests() + MOST_SENDS))
      if (limit === undefined) continue
      found += 1
      const limits = state.learned.get(limited.rule.id) ?? new Map<string, string>()
      state.learned.set(limited.rule.id, limits.set(limited.currency?.code ?? '', limit))
      state.halved.add(limited.rule.id)
    }
    if (found === 0) return
  }
}

/** What is to be looked for: finest first, because an amount of too many decimals says nothing of amounts. */
function unread(context: RunContext): readonly Limited[] {
  const { contract, state } = context
  const limited = contract.operations.flatMap(({ rules }) =>
    rules.flatMap((rule): Limited[] => {
      if (!state.unread.has(rule.id)) return []
      const at = measureOf(rule, context)?.per
      const known = state.learned.get(rule.id)
      if (at === undefined) return known === undefined ? [{ rule }] : []
      const codes = contract.account.currencies.filter(({ page, disabled }) => page && disabled !== true)
      return codes.filter(({ code }) => !known?.has(code)).map(({ code }) => ({ rule, currency: { code, at } }))
    }),
  )
  return limited.toSorted((one, other) => Number(other.currency !== undefined) - Number(one.currency !== undefined))
}

/** The limit, where neighbouring values on both sides of it were found and confirmed. */
async function* searched(
  context: RunContext,
  limited: Limited,
  most: number,
): AsyncGenerator<CertifyEvent, string | undefined, undefined> {
  const bench = benchFor(context, limited)
  const search = bench && limitSearch(bench.operation, inCurrency(limited), bench.setting)
  if (bench === undefined || search === undefined) return undefined
  let base = 0
  const trial = (value: Big): AsyncGenerator<CertifyEvent, Side, undefined> =>
    tried(context, bench, limited, search, value, base, most)
  const step = new Big(search.step)
  let refused = new Big(search.beyond)
  if ((yield* trial(refused)) !== 'refused') return undefined
  const likely = search.likely.map((value) => new Big(value))
  const first = Array.from({ length: BASES }, (_, index) => likely.map((value) => ({ value, index }))).flat()
  let taken: Big | undefined
  for (const { value, index } of first) {
    base = index
    if ((yield* trial(value)) === 'taken') taken = value
    if (taken !== undefined) break
  }
  if (taken === undefined) return undefined
  const outwards = search.takes === 'from' ? step.times(-1) : step
  for (let isRound = true; ; ) {
    const neighbour = taken.plus(outwards)
    if (neighbour.eq(refused)) break
    // Limits are mostly round and belong to what is taken, so the value after a round one is looked at first.
    const next: Big = isRound ? neighbour : (roundestBetween(taken, refused, step) ?? neighbour)
    const side = yield* trial(next)
    if (side === 'unclear') return undefined
    isRound = side === 'taken' && !isRound
    if (side === 'taken') taken = next
    else refused = next
  }
  const again = [yield* trial(taken), yield* trial(refused)]
  return again.join() === 'taken,refused' ? taken.toFixed() : undefined
}

/** Sends a valid request with a value where the limit is looked for. */
async function* tried(
  context: RunContext,
  bench: PlanBench,
  limited: Limited,
  search: LimitSearch,
  value: Big,
  base: number,
  most: number,
): AsyncGenerator<CertifyEvent, Side, undefined> {
  if (context.sender.requests() >= most) return 'unclear'
  const { rule } = limited
  const drawn = draw(search.drafts(value.toFixed()), DRAWN, context.options.seed, `${rule.id} search`)
  const draft = drawn.filter((one) => bench.brokenBy(one).every((id) => id === rule.id))[base]
  if (draft === undefined) return 'unclear'
  const benches = new Map([[bench.operation.id, bench]])
  const late = { ...limitCase(limited, draft, value.toFixed()), operation: bench.operation }
  const [one] = numberedCases(context, benches, [late])
  if (one === undefined) return 'unclear'
  const done = await perform(context, one, 0)
  yield* runCase(context, one, done)
  if (done.judged.kind !== 'answered') return 'unclear'
  const { status } = done.judged.exchange.answer
  if (isSuccess(status)) return 'taken'
  return status >= 400 && status < 500 && ![401, 403].includes(status) ? 'refused' : 'unclear'
}

/** A bench for payloads that keep the limits found so far. */
function benchFor({ contract, options, plan, state }: RunContext, { rule }: Limited): PlanBench | undefined {
  const operation = contract.operations.find(({ rules }) => rules.includes(rule))
  if (operation === undefined) return undefined
  const account = limitedProfile(contract.account, operation, state.learned)
  return planBench({ ...contract, account }, operation, options, plan.plannedAt)
}
