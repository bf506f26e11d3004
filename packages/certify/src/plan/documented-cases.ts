import { type Contract, type Json, parsePointer, type Rule, stringifyJson, valueAt, withValueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Credentials } from '@assay/signing'
import type { Case } from '../case.ts'
import { effortOf } from '../level.ts'
import { type PlanBench, planBench } from './bench.ts'
import { breakingCases, objectionTo } from './breaking-cases.ts'
import { draftMeeting } from './draft-meeting.ts'
import { listedValues } from './listed-values.ts'
import type { PlannedCase } from './planned.ts'
import { refreshedDraft } from './refreshed-draft.ts'
import { withoutSpareMembers } from './smaller-drafts.ts'
import { type ValidPool, validPool } from './valid-pool.ts'

/** A case that shows something the documents promise. */
export interface DocumentedCase extends Case {
  /** The draft counts on what the contract says of its own account: another account may have other limits, or no such currency. */
  readonly ofAccount?: true
}

/** For whom and when documented cases are made; the same options give the same cases. */
export interface DocumentedOptions {
  readonly credentials: Credentials
  /** Unix time in milliseconds. */
  readonly now: number
  /** 3 to 16 of a-z and 0-9: part of every reference. */
  readonly runId: string
}

type Form = Pick<PlannedCase, 'name' | 'way' | 'draft'>

/** Valid payloads that forms are chosen from. */
const POOL = 14

/** The same where a currency is pinned. */
const FEW = 5

/** Any origin of this machine: nothing is sent. */
const NOWHERE = 'http://127.0.0.1'

/**
 * The fewest cases that show all a contract promises: each form of a success (the smallest and the fullest payload, each member, each listed value, each type
 * of currency, each premise of an answer rule), and each documented error, by the first way that breaks its rule. Errors that only a state of the account brings
 * about come with a valid payload.
 */
export function documentedCases(contract: Contract, options: DocumentedOptions): readonly DocumentedCase[] {
  const certifyOptions = { baseUrl: NOWHERE, credentials: options.credentials, seed: 1 }
  const planned = contract.operations.flatMap((operation) => {
    const benchWith = (pins: ReadonlyMap<string, Json>, accountKnown: boolean): PlanBench =>
      planBench(contract, operation, { ...certifyOptions, accountKnown, pins }, options.now)
    const [bench, own] = [benchWith(new Map(), false), benchWith(new Map(), true)]
    const pool = validPool(bench, POOL, 1)
    if (pool === undefined) return []
    const ofAccount = [
      ...withAccountValues(own, pool),
      ...withAccountCurrencies(own, pool, (pins) => benchWith(pins, true)),
    ]
    const cases = [...formsOf(bench, pool, ofAccount), ...errorsOf(bench, own, pool)]
    return cases.map((one) => ({ bench, one: { ...one, operation } }))
  })
  const several = contract.operations.length > 1
  return planned.map(({ bench, one: { name, ...rest } }, index) => {
    const id = `${several ? `${rest.operation.id}/` : ''}${rest.phase}/${name}`
    const number = index + 1
    const draft = refreshedDraft(rest.draft, bench, { runId: options.runId, number, attempt: 0 }, certifyOptions)
    return { ...rest, id, number, draft }
  })
}

type Planned = PlannedCase & { readonly ofAccount?: true }

function formsOf(bench: PlanBench, pool: ValidPool, ofAccount: readonly Form[]): readonly Planned[] {
  const accepted = ({ name, way, draft }: Form): PlannedCase => ({
    ...{ name, way, draft, phase: 'accepts', round: 1 },
    expectation: { outcome: 'accepted' },
  })
  const forms = [
    { name: 'minimal', way: 'nothing but what must be there', draft: pool.minimal },
    { name: 'full', way: 'everything that may be there', draft: pool.full },
    ...withEachMember(pool),
    ...withEachValue(bench, pool),
    ...withEachCurrencyType(bench, pool),
    ...meetingPremises(bench, pool),
  ]
  const general = distinctForms(forms)
  const others = distinctForms([...general, ...ofAccount]).slice(general.length)
  return [...general.map(accepted), ...others.map((form) => ({ ...accepted(form), ofAccount: true as const }))]
}

function withEachMember(pool: ValidPool): readonly Form[] {
  return pool.pointers.flatMap((pointer) => {
    const draft = pool.having(pointer)
    return draft === undefined ? [] : [{ name: `with${pointer}`, way: `with ${pointer}`, draft }]
  })
}

/** Codes of currencies and networks are many and alike; of every other list each value is a form of its own. */
function withEachValue({ operation }: PlanBench, pool: ValidPool): readonly Form[] {
  const codes = new Set(
    operation.roles.filter(({ role }) => role === 'currency' || role === 'network').map(({ at }) => at),
  )
  return listedValues(operation)
    .filter(({ at }) => !codes.has(at))
    .flatMap(({ at, values }) =>
      values.flatMap((value) => {
        const draft = pool.having(at, value)
        return draft === undefined
          ? []
          : [{ name: `value${at}=${String(value)}`, way: `with ${stringifyJson(value)} at ${at}`, draft }]
      }),
    )
}

function withEachCurrencyType({ operation, account }: PlanBench, pool: ValidPool): readonly Form[] {
  return operation.roles.flatMap(({ role, at }) =>
    (role === 'currency' ? (['fiat', 'crypto'] as const) : []).flatMap((type) => {
      const codes = pool.drafts.map(({ body }) => valueAt(body, at)).filter((code) => typeof code === 'string')
      const code = codes.find((candidate) => account.currency(candidate)?.type === type)
      const draft = code === undefined ? undefined : pool.having(at, code)
      return draft === undefined ? [] : [{ name: `${type}${at}`, way: `with a ${type} currency at ${at}`, draft }]
    }),
  )
}

function meetingPremises(bench: PlanBench, pool: ValidPool): readonly Form[] {
  return bench.operation.rules.flatMap((rule) => {
    const shows = rule.side === 'answer' && rule.outcome === 'must-hold'
    const draft = shows ? draftMeeting(rule.when ?? [], bench, pool) : undefined
    return draft === undefined ? [] : [{ name: `shows/${rule.id}`, way: `of which ${rule.id} speaks`, draft }]
  })
}

/** Members that only the account knows: with what the contract's account has there, or with one of its currencies. */
function withAccountValues(own: PlanBench, { minimal }: ValidPool): readonly Form[] {
  return own.operation.roles.flatMap(({ role, at }) => {
    if (role !== 'account' || valueAt(minimal.body, at) !== undefined) return []
    const drafts = accountValues(own, at).map((value) => ({ ...minimal, body: withValueAt(minimal.body, at, value) }))
    const draft = drafts.find((candidate) => own.keepsAll(candidate))
    return draft === undefined ? [] : [{ name: `with${at}`, way: `with ${at}`, draft }]
  })
}

function accountValues({ operation, account: { profile } }: PlanBench, at: string): readonly Json[] {
  const codes = profile.currencies
    .filter(({ type, disabled }) => type === 'crypto' && !disabled)
    .map(({ code }) => code)
  // The place of the code may be the member itself or one inside it.
  const places = operation.rules.filter(({ kind, at: place }) => kind === 'currency-type' && place.startsWith(`${at}/`))
  const inside = places.flatMap(({ at: place }) => codes.map((code) => nested(place.slice(at.length), code)))
  return [...(profile.values[at] ?? []), ...codes, ...inside]
}

/** A value inside objects: `/iso` and `BTC` give `{ iso: 'BTC' }`. */
function nested(pointer: string, value: Json): Json {
  return parsePointer(pointer).reduceRight<Json>((inner, token) => ({ [token]: inner }), value)
}

/** Types of currency that no page shows, in a code of the contract's account, pinned as a user would pin it. */
function withAccountCurrencies(
  { operation, account }: PlanBench,
  pool: ValidPool,
  pinned: (pins: ReadonlyMap<string, Json>) => PlanBench,
): readonly Form[] {
  return operation.roles.flatMap(({ role, at }) =>
    (role === 'currency' ? (['fiat', 'crypto'] as const) : []).flatMap((type) => {
      const shown = pool.drafts.map(({ body }) => valueAt(body, at)).filter((code) => typeof code === 'string')
      if (shown.some((code) => account.currency(code)?.type === type)) return []
      const currency = account.profile.currencies.find((candidate) => candidate.type === type && !candidate.disabled)
      if (currency === undefined) return []
      const network = operation.roles.find((other) => other.role === 'network' && other.currency === at)?.at
      const [name] = currency.networks ?? []
      const pins = new Map<string, Json>([[at, currency.code]])
      if (network !== undefined && name !== undefined) pins.set(network, name)
      const draft = validPool(pinned(pins), FEW, 1)?.minimal
      return draft === undefined || valueAt(draft.body, at) !== currency.code
        ? []
        : [{ name: `${type}${at}`, way: `with a ${type} currency at ${at}`, draft }]
    }),
  )
}

function distinctForms(forms: readonly Form[]): readonly Form[] {
  const sent = new Set<string>()
  return forms.filter(({ draft }) => {
    const text = stringifyJson(draft.body)
    return !sent.has(text) && sent.add(text)
  })
}

function errorsOf(bench: PlanBench, own: PlanBench, pool: ValidPool): readonly Planned[] {
  return bench.operation.rules.filter(promisesAnError).flatMap((rule): readonly Planned[] => {
    if (rule.kind === 'account-state') {
      const expectation = { outcome: 'refused', status: rule.answer?.status ?? [] } as const
      const valid = { name: rule.id, way: 'a valid payload', draft: pool.minimal }
      return [{ ...valid, rule, phase: 'refuses', round: 1, expectation, ofAccount: true }]
    }
    const general = easiestBreak(bench, rule)
    if (general !== undefined) return [general]
    const ofAccount = easiestBreak(own, rule)
    return ofAccount === undefined ? [] : [{ ...ofAccount, ofAccount: true }]
  })
}

/** The case that breaks a rule in the way that every tool can carry, with as few members as it can do with. */
function easiestBreak(bench: PlanBench, rule: Rule): PlannedCase | undefined {
  const effort = { ...effortOf('quick'), breaks: 1 }
  const [easiest] = breakingCases(bench, [rule], effort, 1).cases.toSorted(
    ({ draft: one }, { draft: other }) => hardship(one) - hardship(other),
  )
  if (easiest === undefined) return undefined
  // Behind a fault that ends the reading early, the rest of the request stays valid: nothing else may be the reason of a refusal.
  const isSpoilt =
    hardship(easiest.draft) > 0 || easiest.draft.contentType !== undefined || easiest.draft.fault !== undefined
  const breaks = (draft: Draft): boolean =>
    objectionTo(bench, rule, draft) === undefined && (!isSpoilt || bench.keepsAll({ body: draft.body }))
  return { ...easiest, name: rule.id, draft: withoutSpareMembers(easiest.draft, breaks, rule.at) }
}

/** Whether the documents say that a request which breaks the rule gets an error of theirs. */
function promisesAnError({ side, answer, outcome }: Rule): boolean {
  return side === 'request' && answer !== undefined && outcome !== 'unspecified'
}

/** How hard a draft is to carry: a body that is JSON goes through every tool, one that is not through few. */
function hardship({ text, contentType }: Draft): number {
  if (contentType === null) return 2
  if (text === undefined) return 0
  return /^\s*[[{]/.test(text) && isJson(text) ? 1 : 3
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    // What is no JSON is harder to carry: that is the answer.
    return false
  }
}
