import type { AccountProfile, Currency } from '@assay/contract'
import type { Account } from '@assay/rules'
import type { Credentials } from '@assay/signing'
import type { ControlSettings } from './control-settings.ts'

/** The account of a mock: what rules ask, what was created in it, and how it was set otherwise. */
export interface MockAccount extends Account {
  /** Takes a reference, at a pointer of the request body, for good. */
  remember(pointer: string, reference: string): void
  /** Changes the members given. */
  set(settings: ControlSettings): void
  settings(): ControlSettings
  /** As at the start: nothing created, nothing set. */
  reset(): void
}

/**
 * An account as a contract declares it, with nothing created in it.
 * @param now Gives Unix time in milliseconds.
 */
export function createAccount(profile: AccountProfile, credentials: Credentials, now: () => number): MockAccount {
  const taken = new Map<string, Set<string>>()
  let settings: ControlSettings = {}
  let current = profile
  let currencies = byCode(profile)
  let states = new Set<string>()
  function apply(next: ControlSettings): void {
    settings = next
    current = profileWith(profile, next)
    currencies = byCode(current)
    states = new Set(next.states)
  }
  return {
    now,
    credentials,
    get profile() {
      return current
    },
    currency: (code) => currencies.get(code),
    taken: (pointer, reference) => taken.get(pointer)?.has(reference) ?? false,
    inState: (state) => states.has(state),
    remember(pointer, reference) {
      const references = taken.get(pointer)
      if (references) references.add(reference)
      else taken.set(pointer, new Set([reference]))
    },
    set(changes) {
      const given = Object.entries(changes).filter(([, value]) => value !== undefined)
      apply({ ...settings, ...Object.fromEntries(given) })
    },
    settings: () => settings,
    reset() {
      taken.clear()
      apply({})
    },
  }
}

function profileWith(profile: AccountProfile, settings: ControlSettings): AccountProfile {
  const { amount, lifetime, unavailableRates } = settings
  const disabled = new Set(settings.disabledCurrencies)
  return {
    ...profile,
    currencies: profile.currencies.map((currency) =>
      disabled.has(currency.code) ? { ...currency, disabled: true } : currency,
    ),
    ...(amount ? { amount } : {}),
    ...(lifetime ? { lifetime } : {}),
    ...(unavailableRates ? { withoutRate: [...(profile.withoutRate ?? []), ...unavailableRates] } : {}),
  }
}

function byCode(profile: AccountProfile): ReadonlyMap<string, Currency> {
  return new Map(profile.currencies.map((currency) => [currency.code, currency]))
}
