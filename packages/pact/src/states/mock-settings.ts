import type { ControlSettings } from '@assay/mock'
import type { ProviderState } from './provider-state.ts'

/** The orders that bring a mock's account into these states; what says how a request is sent orders nothing. */
export function mockSettings(states: readonly ProviderState[]): ControlSettings {
  return {
    states: states.flatMap((state) => (state.kind === 'account-state' ? [state.state] : [])),
    disabledCurrencies: states.flatMap((state) => (state.kind === 'disabled-currency' ? [state.code] : [])),
    unavailableRates: states.flatMap((state) => (state.kind === 'no-rate' ? [[state.from, state.to] as const] : [])),
  }
}
