import { isJsonObject, type Json, type Premise } from '@assay/contract'
import type { Account } from './account.ts'
import { sameJson } from './same-json.ts'
import { sentAt } from './sent-at.ts'

/** Whether a request body meets every premise of a rule; without premises a rule always applies. */
export function meetsPremises(
  body: Json | undefined,
  premises: readonly Premise[] | undefined,
  account: Account,
): boolean {
  return premises === undefined || premises.every((premise) => meetsPremise(sentAt(body, premise.at), premise, account))
}

/** Whether the value at the place of a premise is what it asks for; undefined stands for absent. */
export function meetsPremise(value: Json | undefined, premise: Premise, account: Account): boolean {
  const { present, empty, equals, currency } = premise
  if (present !== undefined && present !== (value !== undefined)) return false
  if (empty !== undefined && empty !== isEmpty(value)) return false
  if (equals !== undefined && (value === undefined || !sameJson(value, equals))) return false
  if (currency === undefined) return true
  return typeof value === 'string' && account.currency(value)?.type === currency
}

function isEmpty(value: Json | undefined): boolean {
  if (value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isJsonObject(value) && Object.keys(value).length === 0
}
