import { withFreshReferences } from '@assay/certify'
import { type Json, valueAt } from '@assay/contract'
import type { ProviderState } from '../states/provider-state.ts'
import { variableOf } from '../states/variable-of.ts'

/** What values are made of when a pact is verified. */
export interface Given {
  /** Part of every reference. */
  readonly runId: string
  /** The number of the request: no two bear the same reference. */
  readonly number: number
  /** Unix time in milliseconds. */
  readonly now: number
  readonly pins: ReadonlyMap<string, Json>
}

/** The values that provider states give to a request, by JSON Pointer. */
export function givenValues(states: readonly ProviderState[], given: Given): ReadonlyMap<string, Json> {
  return new Map(
    states.flatMap((state): readonly (readonly [string, Json])[] => {
      switch (state.kind) {
        case 'reference':
          return [[state.at, freshReference(state.value, given)]]
        case 'moment': {
          const unit = state.unit === 'seconds' ? 1000 : 60_000
          return [[state.at, Math.floor(given.now / unit) + state.after]]
        }
        case 'own-value':
          return [[state.at, given.pins.get(state.at) ?? state.value]]
        default:
          return []
      }
    }),
  )
}

/** The same values by the names that the pact's expressions have. */
export function variablesOf(values: ReadonlyMap<string, Json>): Record<string, Json> {
  return Object.fromEntries([...values].map(([at, value]) => [variableOf(at), value]))
}

function freshReference(value: string, { runId, number }: Given): Json {
  const draft = withFreshReferences({ body: { reference: value } }, ['/reference'], { runId, number, attempt: 0 })
  return valueAt(draft.body, '/reference') ?? value
}
