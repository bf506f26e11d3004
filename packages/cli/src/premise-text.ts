import { type Premise, stringifyJson } from '@assay/contract'

/** The conditions of a rule in words: `/currency/iso is fiat and /amount is there`. */
export function premiseText(premises: readonly Premise[]): string {
  return premises.map(oneText).join(' and ')
}

function oneText({ at, present, empty, equals, currency }: Premise): string {
  const conditions = [
    ...(present === undefined ? [] : [present ? 'is there' : 'is not there']),
    ...(empty === undefined ? [] : [empty ? 'is empty' : 'is not empty']),
    ...(equals === undefined ? [] : [`is ${stringifyJson(equals)}`]),
    ...(currency === undefined ? [] : [`is a ${currency} currency`]),
  ]
  return `${at === '' ? 'the body' : at} ${conditions.join(' and ')}`
}
