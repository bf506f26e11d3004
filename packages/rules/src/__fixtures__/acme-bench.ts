import { type JsonSchema, type Operation, type Premise, withoutValueAt } from '@assay/contract'
import type { Arbitrary } from 'fast-check'
import { breaksOnly } from '../breaks-only.ts'
import type { Draft } from '../draft.ts'
import { judgeRequest } from '../judge-request.ts'
import { kindOf } from '../kind-of.ts'
import { narrowToPremises } from '../narrow-to-premises.ts'
import { NoSuchValueError } from '../no-such-value-error.ts'
import type { Bench } from '../rule-kind.ts'
import { schemaWithin } from '../schema-within.ts'
import { acme } from './acme.ts'
import { acmeAccount } from './acme-account.ts'
import { valuesOf } from './values-of.ts'

/** The request schema with what every rule of the operation asks. */
export function narrowed(operation: Operation = acme): JsonSchema {
  const account = acmeAccount()
  return operation.rules.reduce((schema, rule) => {
    const kind = kindOf(rule)
    return kind.side === 'request' && kind.narrows !== undefined ? kind.narrows(schema, rule, account) : schema
  }, operation.request?.schema ?? true)
}

/** A bench over the made-up provider. */
export function acmeBench(
  accountKnown: boolean,
  operation: Operation = acme,
): { bench: Bench; valid: Arbitrary<Draft> } {
  const account = acmeAccount()
  const schema = narrowed(operation)
  const draftsOf = (premises: readonly Premise[], keeps: string) => {
    const of = narrowToPremises(schema, premises, account)
    // Values that only the account knows are left out unless they are asked for.
    const drop = (draft: Draft): Draft =>
      keeps === '/wallet' ? draft : { ...draft, body: withoutValueAt(draft.body, '/wallet') }
    return valuesOf(of)
      .map((body): Draft => drop({ body }))
      .filter(keepsEvery(operation))
  }
  const made = new Map<string, Arbitrary<Draft>>()
  const bench: Bench = {
    operation,
    account,
    accountKnown,
    schemaAt: (pointer) => schemaWithin(schema, pointer),
    valuesOf,
    having(pointer, premises = []) {
      const all = pointer === '' ? premises : [...premises, { at: pointer, present: true }]
      const key = JSON.stringify(all)
      const drafts = made.get(key) ?? draftsOf(all, pointer)
      made.set(key, drafts)
      return drafts
    },
    breaksOnly: (draft, rule) => breaksOnly(draft, rule, operation, account),
  }
  return { bench, valid: draftsOf([], '') }
}

/** Unsigned and unsent, because here only what the body says is looked at. */
function keepsEvery(operation: Operation): (draft: Draft) => boolean {
  const account = acmeAccount()
  const bare = new Set(['authenticate', 'parse'])
  const rules = operation.rules.filter((rule) => {
    const kind = kindOf(rule)
    return kind.side === 'request' && !bare.has(kind.stage) && rule.id !== 'wallet.unknown'
  })
  const unsigned: Operation = { ...operation, rules }
  const around = { method: 'POST', pathAndQuery: operation.path, headers: new Headers(), bytes: new Uint8Array() }
  let misses = 0
  return ({ body }) => {
    const broken = judgeRequest({ ...around, body }, unsigned, account)
    misses = broken.length === 0 ? 0 : misses + 1
    if (misses > 2000)
      throw new NoSuchValueError(`No valid draft was found: ${broken.map(({ rule }) => rule.id).join(', ')}.`)
    return broken.length === 0
  }
}
