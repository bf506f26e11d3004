import type { JsonSchema, JsonSchemaObject } from '@assay/contract'
import type { ArrayLayer, Constraints, ObjectLayer } from './constraints.ts'

/**
 * The constraints with `unevaluatedProperties` and `unevaluatedItems` of the schema turned into one more layer: what no layer of this alternative
 * evaluates has to satisfy them. An `anyOf` branch that also holds might evaluate more, and a written
 * `additionalProperties: true` is not told from none: in both the stricter reading is taken.
 */
export function closeUnevaluated(constraints: Constraints, schema: JsonSchemaObject): Constraints {
  const { unevaluatedProperties, unevaluatedItems } = schema as UnevaluatedKeywords
  const objectLayer = objectLayerOf(constraints, unevaluatedProperties)
  const arrayLayer = arrayLayerOf(constraints, unevaluatedItems)
  if (objectLayer === undefined && arrayLayer === undefined) return constraints
  return {
    ...constraints,
    objectLayers: objectLayer === undefined ? constraints.objectLayers : [...constraints.objectLayers, objectLayer],
    arrayLayers: arrayLayer === undefined ? constraints.arrayLayers : [...constraints.arrayLayers, arrayLayer],
  }
}

interface UnevaluatedKeywords {
  readonly unevaluatedProperties?: JsonSchema
  readonly unevaluatedItems?: JsonSchema
}

function objectLayerOf(constraints: Constraints, unevaluated: JsonSchema | undefined): ObjectLayer | undefined {
  const layers = constraints.objectLayers.filter((layer) => layer.evaluates)
  // An `additionalProperties` that says something evaluates every member.
  if (unevaluated === undefined || layers.some((layer) => layer.additionalProperties !== true)) return undefined
  return {
    properties: new Map(layers.flatMap((layer) => [...layer.properties.keys()].map((name) => [name, true]))),
    patternProperties: layers.flatMap((layer) => layer.patternProperties.map(([pattern]) => [pattern, true] as const)),
    additionalProperties: unevaluated,
    evaluates: true,
  }
}

function arrayLayerOf(constraints: Constraints, unevaluated: JsonSchema | undefined): ArrayLayer | undefined {
  const layers = constraints.arrayLayers.filter((layer) => layer.evaluates)
  if (unevaluated === undefined || layers.some((layer) => layer.items !== true)) return undefined
  const length = Math.max(0, ...layers.map((layer) => layer.prefixItems.length))
  return { prefixItems: Array.from({ length }, () => true), items: unevaluated, evaluates: true }
}
