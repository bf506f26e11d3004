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
  readonly record: (operation: Operation, request: ReceivedRequest, draft: AnswerDraft) => void
}

/** A control face for an account. */
export function createControl(contract: Contract, account: MockAccount, credentials: Credentials): ControlParts {
  const callbacks = createCallbackMaker(contract, credentials, account.now)
  const values = new WeakMap<Created, CallbackValues>()
  const states = declaredStates(contract)
  const codes = contract.account.currencies.map((currency) => currency.code)
  let created: Created[] = []
  const control: MockControl = {
    set(settings) {
      const { disabledCurrencies = [], unavailableRates = [] } = settings
      for (const state of settings.states ?? []) refuseUnknown('state', state, states, contract)
      for (const code of [...disabledCurrencies, ...unavailableRates.flat()])
        refuseUnknown('currency', code, codes, contract)
      account.set(settings)
    },
    reset() {
      created = []
      account.reset()
    },
    settings: () => account.settings(),
    created: () => created.slice(-CREATED_KEPT),
    callbackOf(payment, wish = {}) {
      const found = created.findLast(({ reference, id }) => reference === payment || id === payment)
      if (found === undefined) throw new Error(`No payment "${payment}" was created: give its reference or its id.`)
      return callbacks.make(found.operation, values.get(found) ?? new Map(), wish)
    },
    callbackCredentials: callbacks.credentials,
  }
  return {
    control,
    record(operation, request, draft) {
      const made = createdBy(operation, request, draft)
      created.push(made)
      values.set(made, callbacks.valuesOf(operation, request, draft))
      // Half at once: shifting the list at each request would cost more than it keeps.
      if (created.length >= 2 * CREATED_KEPT) created = created.slice(-CREATED_KEPT)
    },
  }
}

function createdBy(operation: Operation, request: ReceivedRequest, draft: AnswerDraft): Created {
  const { reference: from, id: at } = placesOf(operation)
  const reference = from === undefined ? undefined : textOf(valueAt(request.body, from))
  const id = at === undefined ? undefined : textOf(valueAt(draft.body, at))
  return {
    operation: operation.id,
    ...(reference === undefined ? {} : { reference }),
    ...(id === undefined ? {} : { id }),
  }
}

const known = new WeakMap<Operation, { readonly reference: string | undefined; readonly id: string | undefined }>()

/** Where a request has its reference and an answer its id. */
function placesOf(operation: Operation): { readonly reference: string | undefined; readonly id: string | undefined } {
  let places = known.get(operation)
  if (places === undefined) {
    const reference = operation.roles.find((role) => role.role === 'reference')?.at
    places = { reference, id: operation.rules.find((rule) => rule.kind === 'unique-id')?.at }
    known.set(operation, places)
  }
  return places
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
