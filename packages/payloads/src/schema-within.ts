import { type JsonSchema, parsePointer } from '@assay/contract'

/** A schema that asks something of the value at a pointer, where there is one, and nothing of anything else. */
export function schemaWithin(pointer: string, schema: JsonSchema): JsonSchema {
  return parsePointer(pointer).reduceRight<JsonSchema>((inner, token) => ({ properties: { [token]: inner } }), schema)
}

/** One schema that asks for all of several. */
export function allOf(base: JsonSchema, conjuncts: readonly JsonSchema[]): JsonSchema {
  return conjuncts.length === 0 ? base : { allOf: [base, ...conjuncts] }
}
