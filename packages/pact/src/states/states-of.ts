import type { DocumentedCase } from '@assay/certify'
import { isJsonNumber, type Json, valueAt } from '@assay/contract'
import type { ProviderState } from './provider-state.ts'
import { referencesOf } from './references-of.ts'

/**
 * What must be so at the provider before a case.
 * @param plannedAt Unix time in milliseconds for which the case was made
 */
export function statesOf(one: DocumentedCase, plannedAt: number): readonly ProviderState[] {
  return [...givenValues(one, plannedAt), ...waysOfSending(one), ...accountStates(one)]
}

/** Values of the request that differ from run to run; a value that is itself the fault stays as it is, and so does a text that is no JSON of the body. */
function givenValues({ operation, draft, rule }: DocumentedCase, plannedAt: number): readonly ProviderState[] {
  if (draft.text !== undefined) return []
  const isFault = (at: string): boolean => rule?.at === at && rule.kind !== 'unique'
  const at = (pointer: string): Json | undefined => (isFault(pointer) ? undefined : valueAt(draft.body, pointer))
  return [
    ...referencesOf(operation).flatMap((pointer): readonly ProviderState[] => {
      const value = at(pointer)
      return typeof value === 'string' ? [{ kind: 'reference', at: pointer, value }] : []
    }),
    ...operation.roles.flatMap((role): readonly ProviderState[] => {
      const value = at(role.at)
      if (role.role === 'instant' && isJsonNumber(value) && Number.isSafeInteger(Number(value))) {
        const now = plannedAt / (role.unit === 'seconds' ? 1000 : 60_000)
        return [{ kind: 'moment', at: role.at, after: Number(value) - Math.floor(now), unit: role.unit }]
      }
      const own = role.role === 'account' ? ownValue(value) : undefined
      return own === undefined ? [] : [{ kind: 'own-value', at: role.at, value: own }]
    }),
  ]
}

function ownValue(value: Json | undefined): string | number | undefined {
  if (typeof value === 'string') return value
  return isJsonNumber(value) && Number.isSafeInteger(Number(value)) ? Number(value) : undefined
}

function waysOfSending({ draft, rule }: DocumentedCase): readonly ProviderState[] {
  return [
    ...(draft.fault === undefined ? [] : [{ kind: 'fault', fault: draft.fault } as const]),
    ...(draft.repeated && rule !== undefined ? [{ kind: 'repeated', at: rule.at } as const] : []),
  ]
}

function accountStates({ operation, draft, rule, ofAccount }: DocumentedCase): readonly ProviderState[] {
  if (!ofAccount) return []
  const code = (at: unknown): string => String(typeof at === 'string' ? valueAt(draft.body, at) : undefined)
  if (rule?.kind === 'account-state') return [{ kind: 'account-state', state: String(rule.parameters.state) }]
  if (rule?.kind === 'enabled-value') return [{ kind: 'disabled-currency', code: code(rule.at) }]
  if (rule?.kind === 'exchange-rate')
    return [{ kind: 'no-rate', from: code(rule.parameters.from), to: code(rule.parameters.to) }]
  const ownValues = operation.roles.filter(
    ({ role, at }) => role === 'account' && valueAt(draft.body, at) !== undefined,
  )
  // What the account has of its own is a state by itself.
  if (
    rule === undefined &&
    ownValues.length > 0 &&
    ownValues.every(({ at }) => ownValue(valueAt(draft.body, at)) !== undefined)
  )
    return []
  return [{ kind: 'contract-account' }]
}
