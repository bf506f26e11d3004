import type { AccountProfile, Operation } from '@assay/contract'
import { kindOf } from '@assay/rules'

/** Limits that error texts named: by rule id, then by currency code, `''` for a limit that is one for all. */
export type LearnedLimits = ReadonlyMap<string, ReadonlyMap<string, string>>

/**
 * The profile of the account under test as far as it is known: the currencies of the pages and the limits that it named itself. Where the account is not
 * known, a limit that it did not name is none.
 */
export function learnedProfile(
  profile: AccountProfile,
  { rules }: Operation,
  learned: LearnedLimits,
  accountKnown: boolean,
): AccountProfile {
  const currencies = profile.currencies.filter(({ page, disabled }) => page && disabled !== true)
  let known: AccountProfile = { ...profile, currencies, ...(accountKnown ? {} : { withoutRate: [], values: {} }) }
  for (const rule of rules) {
    const kind = kindOf(rule)
    if (kind.side !== 'request' || kind.withLimit === undefined) continue
    const limits = learned.get(rule.id)
    if (limits === undefined && !accountKnown) known = kind.withLimit(known, rule, undefined)
    for (const [code, limit] of limits ?? []) known = kind.withLimit(known, rule, limit, code === '' ? undefined : code)
  }
  return known
}

/** An account's profile with the limits that it named itself; the others stay what they were, or give way to those. */
export function limitedProfile(profile: AccountProfile, { rules }: Operation, learned: LearnedLimits): AccountProfile {
  let limited = profile
  for (const rule of rules) {
    const kind = kindOf(rule)
    if (kind.side !== 'request') continue
    for (const [code, limit] of learned.get(rule.id) ?? [])
      limited = kind.withLimit?.(limited, rule, limit, code === '' ? undefined : code) ?? limited
  }
  return limited
}
