import type { ProviderState } from './provider-state.ts'

/** A state as a pact file names it: one sentence. */
export function stateName(state: ProviderState): string {
  switch (state.kind) {
    case 'reference':
      return `nobody has used the reference at ${state.at}`
    case 'moment':
      return `the moment at ${state.at} is ${state.after} ${state.unit} from now`
    case 'own-value':
      return `the account has the value at ${state.at}`
    case 'fault':
      return faultName(state.fault)
    case 'repeated':
      return `a request with the same value at ${state.at} was accepted`
    case 'account-state':
      return `the account is in the state ${state.state}`
    case 'disabled-currency':
      return `the currency ${state.code} is disabled`
    case 'no-rate':
      return `there is no exchange rate from ${state.from} to ${state.to}`
    default:
      return 'the account is the one that the contract describes'
  }
}

function faultName(fault: Extract<ProviderState, { kind: 'fault' }>['fault']): string {
  switch (fault) {
    case 'missing-key':
      return 'the key is missing'
    case 'unknown-key':
      return 'the key is unknown'
    case 'missing-signature':
      return 'the signature is missing'
    case 'malformed-header':
      return 'the header that authenticates is malformed'
    default:
      return `the signature is wrong (${fault})`
  }
}
