import type { Json, JsonTypeName } from '@assay/contract'
import { canonicalJson } from './canonical-json.ts'
import type { Constraints } from './constraints.ts'
import { layersTogether } from './layers-together.ts'
import { mergeDecimalLimits } from './merge-decimal-limits.ts'

/** Two conjunctions as one: the stricter of each limit, the common types and values, and everything else side by side. */
export function mergeConstraints(left: Constraints, right: Constraints): Constraints {
  const values = commonValues(left.values, right.values)
  const minimum = defined(Math.max, left.minimum, right.minimum)
  const maximum = defined(Math.min, left.maximum, right.maximum)
  const exclusiveMinimum = defined(Math.max, left.exclusiveMinimum, right.exclusiveMinimum)
  const exclusiveMaximum = defined(Math.min, left.exclusiveMaximum, right.exclusiveMaximum)
  const decimal =
    left.decimal && right.decimal ? mergeDecimalLimits(left.decimal, right.decimal) : (left.decimal ?? right.decimal)
  return {
    types: commonTypes(left.types, right.types),
    ...(values !== undefined && { values }),
    // Of an inclusive and an exclusive limit the stricter one stays.
    ...(minimum !== undefined && minimum > (exclusiveMinimum ?? -Infinity) && { minimum }),
    ...(maximum !== undefined && maximum < (exclusiveMaximum ?? Infinity) && { maximum }),
    ...(exclusiveMinimum !== undefined && exclusiveMinimum >= (minimum ?? -Infinity) && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && exclusiveMaximum <= (maximum ?? Infinity) && { exclusiveMaximum }),
    multiplesOf: union(left.multiplesOf, right.multiplesOf),
    minLength: Math.max(left.minLength, right.minLength),
    maxLength: Math.min(left.maxLength, right.maxLength),
    patterns: union(left.patterns, right.patterns),
    formats: union(left.formats, right.formats),
    ...(decimal !== undefined && { decimal }),
    httpsUrl: left.httpsUrl || right.httpsUrl,
    objectLayers: layersTogether(left.objectLayers, right.objectLayers),
    required: right.required.size === 0 ? left.required : new Set([...left.required, ...right.required]),
    minProperties: Math.max(left.minProperties, right.minProperties),
    maxProperties: Math.min(left.maxProperties, right.maxProperties),
    propertyNames: union(left.propertyNames, right.propertyNames),
    arrayLayers: union(left.arrayLayers, right.arrayLayers),
    minItems: Math.max(left.minItems, right.minItems),
    maxItems: Math.min(left.maxItems, right.maxItems),
    uniqueItems: left.uniqueItems || right.uniqueItems,
    contains: union(left.contains, right.contains),
    not: union(left.not, right.not),
  }
}

function defined(
  stricter: (a: number, b: number) => number,
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  if (left === undefined) return right
  return right === undefined ? left : stricter(left, right)
}

/** By identity: the same schema met on two ways counts once. */
function union<Part>(left: readonly Part[], right: readonly Part[]): readonly Part[] {
  if (right.length === 0 || left === right) return left
  if (left.length === 0) return right
  return [...new Set([...left, ...right])]
}

function commonTypes(left: readonly JsonTypeName[], right: readonly JsonTypeName[]): readonly JsonTypeName[] {
  const common = left.filter((type) => right.includes(type) || (type === 'integer' && right.includes('number')))
  const narrowed = right.includes('integer') && left.includes('number') ? [...common, 'integer' as const] : common
  return narrowed
}

function commonValues(
  left: readonly Json[] | undefined,
  right: readonly Json[] | undefined,
): readonly Json[] | undefined {
  if (left === undefined) return right
  if (right === undefined) return left
  const texts = new Set(right.map(canonicalJson))
  return left.filter((value) => texts.has(canonicalJson(value)))
}
