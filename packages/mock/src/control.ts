import { type Contract, type Json, nearestName, type Operation, stringifyJson, valueAt } from '@assay/contract'
import type { AnswerDraft, ReceivedRequest } from '@assay/rules'
import type { Credentials } from '@assay/signing'
import type { Created, MockControl } from './mock.ts'
import type { MockAccount } from './mock-account.ts'
import { type CallbackValues, createCallbackMaker } from './mock-callbacks.ts'

/** How many created objects a mock can tell of; what it remembers against duplicates is not bounded. */
const CREATED_KEPT = 1000

/** The control face of a mock, and what its answers report to it. */
export interface ControlParts {
  readonly control: MockControl
  /** Gives what is to be told of each object that an operation creates. */
  readonly recorderOf: (operation: Operation) => (request: ReceivedRequest, draft: AnswerDraft) => void
}

/** A control face for an account. */
export function createControl(contract: Contract, account: MockAccount, credentials: Credentials): ControlParts {
  const callbacks = createCallbackMaker(contract, credentials, account.now)
  const states = declaredStates(contract)
  const codes = contract.account.currencies.map((currency) => currency.code)
  let kept: Kept[] = []
  const control: MockControl = {
    set(settings) {
      const { disabledCurrencies = [], unavailableRates = [] } = settings
      for (const state of settings.states ?? []) refuseUnknown('state', state, states, contract)
      for (const code of [...disabledCurrencies, ...unavailableRates.flat()])
        refuseUnknown('currency', code, codes, contract)
      account.set(settings)
    },
    reset() {
      kept = []
      account.reset()
    },
    settings: () => account.settings(),
    created: () => kept.slice(-CREATED_KEPT).map(({ created }) => created),
    callbackOf(payment, wish = {}) {
      const found = kept.findLast(({ created: { reference, id } }) => reference === payment || id === payment)
      if (found === undefined) throw new Error(`No payment "${payment}" was created: give its reference or its id.`)
      return callbacks.make(found.created.operation, found.values, wish)
    },
    callbackCredentials: callbacks.credentials,
  }
  return {
    control,
    recorderOf(operation) {
      const createdBy = createdOf(operation)
      const valuesOf = callbacks.valuesOf(operation)
      return (request, draft) => {
        kept.push({ created: createdBy(request, draft), values: valuesOf(request, draft) })
        // Half at once: shifting the list at each request would cost more than it keeps.
        if (kept.length >= 2 * CREATED_KEPT) kept = kept.slice(-CREATED_KEPT)
      }
    },
  }
}

/** Something that was created, with what its callbacks will repeat. */
interface Kept {
  readonly created: Created
  readonly values: CallbackValues
}

/** Makes what is told of an object that an operation creates: where a request has its reference and an answer its id. */
function createdOf(operation: Operation): (request: ReceivedRequest, draft: AnswerDraft) => Created {
  const from = operation.roles.find((role) => role.role === 'reference')?.at
  const at = operation.rules.find((rule) => rule.kind === 'unique-id')?.at
  return (request, draft) => {
    const created: { -readonly [name in keyof Created]: Created[name] } = { operation: operation.id }
    const reference = from === undefined ? undefined : textOf(valueAt(request.body, from))
    if (reference !== undefined) created.reference = reference
    const id = at === undefined ? undefined : textOf(valueAt(draft.body, at))
    if (id !== undefined) created.id = id
    return created
  }
}

function textOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : stringifyJson(value)
}

/** The account states that rules of a contract ask about. */
function declaredStates(contract: Contract): readonly string[] {
  const rules = contract.operations.flatMap((operation) => operation.rules)
  const named = rules.flatMap(({ parameters: { state } }) => (typeof state === 'string' ? [state] : []))
  return rules.some((rule) => rule.kind === 'exchange-rate') ? [...named, 'exchange-rate-unavailable'] : named
}

function refuseUnknown(what: string, name: string, names: readonly string[], contract: Contract): void {
  if (names.includes(name)) return
  const nearest = nearestName(name, names)
  const wayOut = nearest === undefined ? `it knows ${names.join(', ') || 'none'}` : `the nearest is "${nearest}"`
  throw new Error(`The contract of ${contract.provider} knows no ${what} "${name}": ${wayOut}.`)
}
