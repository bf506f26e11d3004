import { type Json, type Operation, type Rule, stringifyJson, valueAt } from '@assay/contract'
import {
  type Account,
  answerApplies,
  type Draft,
  type Exchange,
  kindOf,
  meetsPremises,
  type ReceivedAnswer,
} from '@assay/rules'
import type { Case } from '../case.ts'
import type { Redactor } from '../finding/redactor.ts'
import { documentedExample, isDocumented } from '../judge/documented-errors.ts'
import { isSuccess } from '../judge/judge-hygiene.ts'
import type { Problem } from '../judge/problem.ts'
import { referencePointers } from '../plan/reference-pointers.ts'
import type { Created, Finding, Note } from '../report/report.ts'
import { emptyTally, type RuleTally, SHOWN_FINDINGS } from '../report/rule-tally.ts'
import { noTimes, type Times } from '../report/times.ts'
import type { Performed } from './performed.ts'
import type { Send } from './send.ts'

/** Answers kept for rules about what must differ from answer to answer. */
const KEPT_ANSWERS = 1000

/** Accepted drafts kept, from which the nearest to one that shows a fault is chosen. */
const KEPT_DRAFTS = 300

/** What a run has learned so far. */
export interface RunState {
  readonly tallies: Map<string, RuleTally>
  readonly earlier: ReceivedAnswer[]
  readonly created: Created[]
  readonly notes: Note[]
  readonly times: Times
  /** Cases judged. */
  cases: number
  /** Connections that broke and were whole when the request was sent again. */
  healed: number
  /** Whether any valid request was accepted. */
  accepted: boolean
  /** Why cases were set aside, by rule id. */
  readonly setAside: Map<string, string>
  /** Limits that refusals named: by rule id, then by currency code, `''` for a limit that is one for all. */
  readonly learned: Map<string, Map<string, string>>
  /** Rules whose refusals named no limit that could be read. */
  readonly unread: Set<string>
  /** Rules whose limits were found by halving. */
  readonly halved: Set<string>
  /** How often valid requests were refused for what the account may lack, by the rule that the refusals name, and what was said first. */
  readonly lacking: Map<string, { readonly says: string; cases: number }>
  /** Drafts of valid requests that were accepted, to compare others with. */
  readonly acceptedDrafts: Draft[]
  /** Whether one was looked for ahead of its turn. */
  lookedAhead: boolean
  /** Currency codes that were accepted, with their places: see `takenKey`. */
  readonly taken: Set<string>
  /** Values, with their places, for which valid requests were refused. */
  readonly culprits: Set<string>
  /** Rules with a measuring case that was refused for a limit of another rule. */
  readonly barred: Set<string>
  /** The number of the next case that is planned while the run goes on. */
  next: number
  /** How far the provider's clock is ahead, in milliseconds, by the answer to the doctor. */
  skew: number
}

/** A run that has learned nothing yet. */
export function runState(tallies: Map<string, RuleTally>): RunState {
  return {
    tallies,
    earlier: [],
    created: [],
    notes: [],
    times: noTimes(),
    cases: 0,
    healed: 0,
    accepted: false,
    setAside: new Map(),
    learned: new Map(),
    unread: new Set(),
    halved: new Set(),
    lacking: new Map(),
    acceptedDrafts: [],
    lookedAhead: false,
    taken: new Set(),
    culprits: new Set(),
    barred: new Set(),
    next: 1,
    skew: 0,
  }
}

/** Counts a failure of a rule; true where the finding is among those that are shown. */
export function addFinding(state: RunState, rule: string, finding: () => Finding): Finding | undefined {
  const tally =
    state.tallies.get(rule) ??
    emptyTally({ id: rule, says: 'A valid request gets the documented success.', strength: 'assumed', evidence: [] })
  state.tallies.set(rule, tally)
  tally.failed += 1
  if (tally.findings.length >= SHOWN_FINDINGS) return undefined
  const made = finding()
  tally.findings.push(made)
  return made
}

/** Adds a note, once. */
export function addNote(state: RunState, says: string, rule?: string): Note | undefined {
  if (state.notes.some((note) => note.says === says && note.rule === rule)) return undefined
  const note: Note = { ...(rule === undefined ? {} : { rule }), says }
  state.notes.push(note)
  return note
}

/** Counts a valid request that was refused for what the account may lack. */
export function recordLacking({ lacking }: RunState, { rule, says }: Problem): void {
  const known = lacking.get(rule) ?? { says, cases: 0 }
  known.cases += 1
  lacking.set(rule, known)
}

/** Remembers what a request created. */
export function recordCreated(state: RunState, one: Case, send: Send, { redact }: Redactor): void {
  if (send.kind !== 'answered' || !isSuccess(send.exchange.answer.status)) return
  const { request, answer } = send.exchange
  const reference = referencePointers(one.operation)
    .map((pointer) => valueAt(request.body, pointer))
    .find((value) => typeof value === 'string')
  const id = idIn(one.operation, answer)
  state.created.push({
    case: one.id,
    ...(typeof reference === 'string' ? { reference: redact(reference, send.signatures).slice(0, 255) } : {}),
    // A provider may answer with anything.
    ...(id === undefined ? {} : { id: redact(id, send.signatures) }),
  })
}

function idIn(operation: Operation, { body }: ReceivedAnswer): string | undefined {
  const places = operation.rules
    .filter(({ kind, side }) => side === 'answer' && kind === 'unique-id')
    .map(({ at }) => at)
  const value = [...places, '/data/id', '/id']
    .map((at) => valueAt(body, at))
    .find((id) => typeof id === 'string' || typeof id === 'number')
  return value === undefined ? undefined : String(value)
}

/** Counts which rules an answer tested, keeps it for later answers to differ from, and gives the ids of those rules. */
export function recordAnswer(state: RunState, one: Case, { judged }: Performed, account: Account): readonly string[] {
  if (judged.kind !== 'answered') return []
  const ids: string[] = []
  const { exchange } = judged
  const { status } = exchange.answer
  const success = isSuccess(status)
  state.cases += 1
  // A server error shows nothing of what the case was to show.
  const failed = status >= 500
  if (failed && one.rule && !state.setAside.has(one.rule.id))
    state.setAside.set(one.rule.id, `It was answered with ${status}, which shows nothing of this rule.`)
  const tested = failed ? undefined : one.rule && state.tallies.get(one.rule.id)
  if (tested) tested.cases += 1
  if (tested && one.expectation.outcome !== 'accepted') tested.breaks += 1
  if (tested && one.expectation.outcome === 'either') tested.open[success ? 'accepted' : 'refused'] += 1
  const hygiene = one.hygiene === undefined ? undefined : state.tallies.get(one.hygiene)
  if (hygiene) hygiene.cases += 1
  if (success && one.expectation.outcome === 'accepted') recordAccepted(state, one)
  const paid = state.tallies.get('security.new-payment-is-not-paid')
  if (success && paid) {
    paid.cases += 1
    ids.push(paid.id)
  }
  // Of such an answer nothing documented was judged.
  if (failed || one.expectation.outcome === 'any' || (one.expectation.outcome === 'probe' && !success)) return ids
  for (const rule of one.operation.rules) {
    const tally = state.tallies.get(rule.id)
    if (rule.side !== 'answer' || !tally || !speaksOf(rule, exchange, account)) continue
    tally.cases += 1
    ids.push(rule.id)
  }
  if (!success) return ids
  state.earlier.push(exchange.answer)
  if (state.earlier.length > KEPT_ANSWERS) state.earlier.shift()
  return ids
}

/** Remembers a valid request that was accepted. */
function recordAccepted(state: RunState, { draft, operation }: Case): void {
  state.accepted = true
  if (draft.text === undefined && state.acceptedDrafts.length < KEPT_DRAFTS) state.acceptedDrafts.push(draft)
  for (const { role, at } of operation.roles) {
    const value = valueAt(draft.body, at)
    if (role === 'currency' && value !== undefined) state.taken.add(takenKey(at, value))
  }
}

/** A value with its place, as one text. */
export function takenKey(at: string, value: Json): string {
  return `${at} ${stringifyJson(value)}`
}

/** Whether an answer shows anything of a rule: its status is one the rule speaks of, and it has the place. */
function speaksOf(rule: Rule, { request, answer }: Exchange, account: Account): boolean {
  const kind = kindOf(rule)
  if (kind.side !== 'answer' || !answerApplies(answer.status, rule, kind)) return false
  return (
    meetsPremises(request.body, rule.when, account) && (rule.at === '' || valueAt(answer.body, rule.at) !== undefined)
  )
}

/** A note where a probe was refused, which is a limit that was measured; of a signature, and where both are right, also where it was accepted. */
export function probeNote(state: RunState, one: Case, { judged }: Performed): Note | undefined {
  if (judged.kind !== 'answered') return undefined
  const { outcome } = one.expectation
  const { status } = judged.exchange.answer
  if (outcome === 'either' && one.rule === undefined && isSuccess(status))
    return addNote(state, `Measured: ${one.way} is accepted, which no page tells.`)
  if (outcome !== 'probe') return undefined
  if (status >= 400 && status < 500)
    return addNote(state, `Measured: ${one.way} is refused with ${status}, which no page tells.`)
  const isTold = isSuccess(status) && one.draft.fault !== undefined
  return isTold ? addNote(state, `Measured: ${one.way} is accepted, which no page tells.`) : undefined
}

/** A note where a rule's refusal is right and its text is not the documented one. */
export function textNote(state: RunState, one: Case, { judged }: Performed): Note | undefined {
  if (one.rule === undefined || judged.kind !== 'answered' || isSuccess(judged.exchange.answer.status)) return undefined
  const example = documentedExample(one.operation, one.rule)
  if (example === undefined || isDocumented(one.operation, judged.exchange.answer, example)) return undefined
  return addNote(state, `The error is not the documented ${one.rule.answer?.example}.`, one.rule.id)
}
