import type { JsonSchema } from '@assay/contract'
import { conjunctionOf } from './conjunction-of.ts'
import type { Constraints } from './constraints.ts'

/** What all layers together say of the item at this index. */
export function itemSchema(constraints: Constraints, index: number): JsonSchema {
  return conjunctionOf(constraints.arrayLayers.map((layer) => layer.prefixItems[index] ?? layer.items))
}

/** How many items at the front have a schema of their own. */
export function prefixLength(constraints: Constraints): number {
  return Math.max(0, ...constraints.arrayLayers.map((layer) => layer.prefixItems.length))
}
