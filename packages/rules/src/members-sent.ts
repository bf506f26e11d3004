import { isJsonObject, type Json } from '@assay/contract'

/** How many members an object has; null members count as absent. */
export function membersSent(value: Json): number {
  return isJsonObject(value) ? Object.values(value).filter((member) => member !== null).length : 0
}
