import { type Case, withFreshReferences } from '@assay/certify'
import type { Json } from '@assay/contract'
import type { Draft } from '@assay/rules'
import { referencesOf } from '../states/references-of.ts'
import { requestJson } from './expected-body.ts'
import { givenValues } from './given-values.ts'
import type { PactPlan } from './planned-interaction.ts'

/** What the doctor sends: the accepted requests of a pact, as cases, and how each gets references of its own. */
export function probesOf(
  { interactions }: PactPlan,
  given: { readonly runId: string; readonly clock: () => number; readonly pins: ReadonlyMap<string, Json> },
): readonly [readonly Case[], (one: Case, attempt: number) => Draft] {
  const { runId, clock, pins } = given
  const accepted = interactions.filter(({ rule }) => rule === undefined)
  const bodyOf = (index: number, attempt: number): Json => {
    const one = accepted[index]
    // Its own numbers: no interaction bears the same.
    const number = interactions.length + 1 + index * 10 + attempt
    const values = givenValues(one?.states ?? [], { runId, number, now: clock(), pins })
    const body = requestJson(one?.document.request?.body, values) ?? {}
    // A pact of another tool may have no state for a reference: the doctor must not use it up.
    const bare = one === undefined ? [] : referencesOf(one.operation).filter((at) => !values.has(at))
    return withFreshReferences({ body }, bare, { runId, number, attempt: 0 }).body
  }
  const cases = accepted.map(
    (one, index): Case => ({
      id: one.id,
      number: index,
      phase: 'doctor',
      operation: one.operation,
      way: one.document.description,
      draft: { body: bodyOf(index, 0) },
      expectation: { outcome: 'accepted' },
      round: 1,
    }),
  )
  return [cases, (one, attempt) => ({ body: bodyOf(one.number, attempt) })]
}
