import { parsePointer } from '@assay/contract'

/** The name under which a provider state gives a value to the request: `/currency/iso` is `currency_iso`. */
export function variableOf(pointer: string): string {
  return parsePointer(pointer).join('_')
}
