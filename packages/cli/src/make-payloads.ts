import { type Contract, type Json, type Operation, type Rule, stringifyJson } from '@assay/contract'
import { mockCredentials } from '@assay/mock'
import { breakingWays, edgeWays, type Setting, validDrafts } from '@assay/payloads'
import { accountOf, type Draft, type Way } from '@assay/rules'
import { type Arbitrary, noBias, sample } from 'fast-check'
import { findRules, unknownRule } from './find-rule.ts'
import { UsageError } from './usage-error.ts'

/** Which payloads are wanted. */
export type PayloadChoice =
  | { readonly sort: 'valid' }
  | { readonly sort: 'edge' }
  | { readonly sort: 'breaking'; readonly rule: string }

/** How many payloads are wanted, and made how. */
export interface PayloadOptions {
  readonly count: number
  /** The same seed gives the same payloads. */
  readonly seed: number
  readonly pins: ReadonlyMap<string, Json>
  /** Unix time in milliseconds. */
  readonly now: number
}

const HOUR = 3_600_000

/**
 * Request bodies as they are sent, one text each: for the first operation of a contract that has one, or, where a rule is to be broken, for the
 * operation of the rule. Several ways to an edge or over it take turns. Limits of the account are those the contract declares.
 * @throws UsageError when there is no such rule, or no body breaks it.
 */
export function makePayloads(contract: Contract, choice: PayloadChoice, options: PayloadOptions): readonly string[] {
  if (choice.sort === 'breaking') return texts(waysToBreak(contract, choice.rule, options), options)
  const operation = contract.operations.find(({ request }) => request !== undefined)
  if (operation === undefined) throw new UsageError(`No operation of ${contract.provider} takes a request body.`)
  const setting = settingOf(contract, options)
  if (choice.sort === 'valid') return texts([{ way: 'valid', drafts: validDrafts(operation, setting) }], options)
  return texts(waysToEdge(contract, operation, options), options)
}

function waysToEdge(contract: Contract, operation: Operation, options: PayloadOptions): readonly Way[] {
  const ways = [
    ...edgeWays(operation, settingOf(contract, options)).filter(({ rule }) => !isAboutTime(rule)),
    ...edgeWays(operation, settingOf(contract, options, options.now)).filter(({ rule }) => isAboutTime(rule)),
  ].filter(isInBody)
  if (ways.length === 0)
    throw new UsageError(`No rule of ${contract.provider} has an edge that a request body can stand at.`)
  return ways
}

function waysToBreak(contract: Contract, id: string, options: PayloadOptions): readonly Way[] {
  const found = findRules([contract], id)
  const [first] = found
  if (first === undefined) throw unknownRule(id, [contract])
  const { rule } = first
  if (rule.side === 'answer') throw new UsageError(`${rule.id} is a rule about the answer: no request breaks it.`)
  const setting = isAboutTime(rule) ? settingOf(contract, options, options.now) : settingOf(contract, options)
  const ways = found.flatMap((place) => breakingWays(place.operation, place.rule, setting))
  const inBody = ways.filter(isInBody)
  if (inBody.length > 0) return inBody
  const [way] = ways
  if (way === undefined) throw new UsageError(`${rule.id} cannot be broken by a request: ${reasonOf(rule)}`)
  throw new UsageError(
    `${rule.id} is broken by the way a request is sent (${way.way}), not by its body: there is no payload to show.`,
  )
}

function reasonOf({ parameters: { reason }, kind }: Rule): string {
  return typeof reason === 'string' ? reason : `rules of the kind ${kind} have no payload that breaks them alone.`
}

/**
 * For whom payloads are made. Points in time count from the next full hour where no rule is about time, so that the same seed gives the same payloads
 * more than once.
 */
function settingOf(contract: Contract, { now, pins }: PayloadOptions, at = Math.ceil(now / HOUR) * HOUR): Setting {
  return { account: accountOf(contract, { credentials: mockCredentials, now: () => at }), accountKnown: true, pins }
}

/** Rules about points in time are broken, and kept, by the clock. */
function isAboutTime({ parameters }: Rule): boolean {
  return parameters.instant !== undefined
}

/** Whether a way shows in the body: not in headers, signature, or the sending of the same twice. */
function isInBody({ drafts }: Way): boolean {
  const [draft] = draw(drafts, 1, 1)
  return (
    draft !== undefined && draft.fault === undefined && draft.contentType === undefined && draft.repeated === undefined
  )
}

function texts(ways: readonly Way[], { count, seed }: PayloadOptions): readonly string[] {
  const each = Math.ceil(count / ways.length)
  const columns = ways.slice(0, count).map(({ drafts }, index) => draw(drafts, each, seed + index))
  return Array.from(
    { length: count },
    (_, index) => columns[index % columns.length]?.[Math.floor(index / columns.length)],
  )
    .filter((draft) => draft !== undefined)
    .map(textOf)
}

/** Drawn evenly: fast-check's usual leaning towards small and extreme values would give the same payload again and again. */
function draw(drafts: Arbitrary<Draft>, count: number, seed: number): readonly Draft[] {
  return sample(noBias(drafts), { numRuns: count, seed: seed | 0 })
}

/** One line: a body that is not JSON may hold line breaks, and no JSON string does. */
function textOf({ body, text }: Draft): string {
  return (text ?? stringifyJson(body)).replaceAll(/[\r\n]+/g, ' ')
}
