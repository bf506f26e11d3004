import type { JsonTypeName } from '@assay/contract'
import { type Constraints, everyType } from './constraints.ts'
import { numberFormats, stringFormats } from './known-formats.ts'

/**
 * The types of which values are made. A schema that leaves `type` out and has keywords of one type means that type, though it allows the others; one that
 * says nothing at all means `any`.
 */
export function generatedTypes(constraints: Constraints): readonly JsonTypeName[] | 'any' {
  if (constraints.types.length < everyType.length) return constraints.types
  const meant = everyType.filter((type) => isMeant(type, constraints))
  return meant.length === 0 ? 'any' : meant
}

function isMeant(type: JsonTypeName, constraints: Constraints): boolean {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, formats } = constraints
  if (type === 'number') {
    const limits = [minimum, maximum, exclusiveMinimum, exclusiveMaximum]
    return (
      limits.some((limit) => limit !== undefined) ||
      constraints.multiplesOf.length > 0 ||
      formats.some((format) => numberFormats.has(format))
    )
  }
  if (type === 'string') {
    const isShaped = constraints.patterns.length > 0 || formats.some((format) => stringFormats.has(format))
    const isOurs = constraints.decimal !== undefined || constraints.httpsUrl
    return isShaped || isOurs || constraints.minLength > 0 || Number.isFinite(constraints.maxLength)
  }
  if (type === 'object') {
    const isSized = constraints.minProperties > 0 || Number.isFinite(constraints.maxProperties)
    return isSized || constraints.objectLayers.length + constraints.propertyNames.length + constraints.required.size > 0
  }
  if (type === 'array') {
    const isSized = constraints.minItems > 0 || Number.isFinite(constraints.maxItems)
    return isSized || constraints.uniqueItems || constraints.arrayLayers.length + constraints.contains.length > 0
  }
  return false
}
