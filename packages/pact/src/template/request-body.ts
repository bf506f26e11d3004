import { parsePointer } from '@assay/contract'
import type { ProviderState } from '../states/provider-state.ts'
import { variableOf } from '../states/variable-of.ts'
import { fromState, type Template } from './matchers.ts'
import type { PlainJson } from './plain-json.ts'

/** A request body for a pact: equal to what is sent, but for the values that provider states give. */
export function requestBody(body: PlainJson, states: readonly ProviderState[]): Template {
  const given = new Map(
    states.flatMap((state) =>
      state.kind === 'reference' || state.kind === 'moment' || state.kind === 'own-value'
        ? [[parsePointer(state.at).join('/'), variableOf(state.at)] as const]
        : [],
    ),
  )
  return withStates(body, '', given)
}

function withStates(value: PlainJson, path: string, given: ReadonlyMap<string, string>): Template {
  const variable = given.get(path)
  if (variable !== undefined) return fromState(variable, value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      withStates(member, path === '' ? name : `${path}/${name}`, given),
    ]),
  )
}
