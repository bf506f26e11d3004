import { type Json, stringifyJson } from '@assay/contract'

/** A value in a sentence, shortened. */
export function showValue(value: Json): string {
  const text = stringifyJson(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** Values in a sentence: the first few, and how many more. */
export function showValues(values: readonly Json[]): string {
  const shown = values.slice(0, 6).map(showValue).join(', ')
  return values.length > 6 ? `${shown} and ${values.length - 6} more` : shown
}
