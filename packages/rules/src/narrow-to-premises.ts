import type { JsonSchema, Premise } from '@assay/contract'
import type { Account } from './account.ts'
import { currencyCodes } from './currency-codes.ts'
import { mergeSchemas } from './merge-schemas.ts'
import { below } from './narrow-at.ts'

/** The schema of a body with the premises added: false where no valid body meets them. */
export function narrowToPremises(schema: JsonSchema, premises: readonly Premise[], account: Account): JsonSchema {
  return premises.reduce((narrowed, premise) => mergeSchemas(narrowed, premiseSchema(premise, account)), schema)
}

/** The bodies that meet a premise. */
export function premiseSchema(premise: Premise, account: Account): JsonSchema {
  const { at, present, empty, equals, currency } = premise
  if (present === false) return below(at, false, false)
  const asked = [
    ...(equals === undefined ? [] : [{ const: equals }]),
    ...(currency === undefined ? [] : [{ enum: currencyCodes(account, currency) }]),
    ...(empty === undefined ? [] : [empty ? { maxLength: 0, maxItems: 0, maxProperties: 0 } : NOT_EMPTY]),
  ].reduce<JsonSchema>(mergeSchemas, true)
  // A value that is not there is not empty, so this premise alone asks for no presence.
  const needed = present === true || equals !== undefined || currency !== undefined || empty === true
  return below(at, asked, needed)
}

/** The bodies that do not meet a premise, among those valid otherwise. */
export function premiseFails(premise: Premise, account: Account): readonly JsonSchema[] {
  const { at, present, empty, equals, currency } = premise
  return [
    ...(present === true ? [below(at, false, false)] : []),
    ...(present === false ? [below(at, true, true)] : []),
    ...(equals === undefined ? [] : [below(at, { not: { const: equals } }, false)]),
    ...(currency === undefined
      ? []
      : [below(at, { enum: currencyCodes(account, currency === 'fiat' ? 'crypto' : 'fiat') }, false)]),
    ...(empty === false ? [below(at, { maxLength: 0, maxItems: 0, maxProperties: 0 }, true)] : []),
    ...(empty === true ? [below(at, NOT_EMPTY, false)] : []),
  ]
}

const NOT_EMPTY = { minLength: 1, minItems: 1, minProperties: 1 }
