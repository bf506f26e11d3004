import { type Operation, valueAt } from '@assay/contract'
import type { Draft } from '@assay/rules'

/**
 * Whether no two currency fields of a body hold the same code: nobody asks to change a currency into itself, and no page tells what comes back.
 * Belongs to the safe window; a filter says it in a line where a schema needs a branch a currency.
 */
export function changesCurrency({ roles }: Operation): (draft: Draft) => boolean {
  const places = roles.filter(({ role }) => role === 'currency').map(({ at }) => at)
  return ({ body }) => {
    const codes = places.map((at) => valueAt(body, at)).filter((code) => code !== undefined && code !== null)
    return new Set(codes).size === codes.length
  }
}
