import { type SchemaValidator, schemaValidator } from '@assay/contract'

const validators = new Map<string, SchemaValidator>()

/** Whether a string has a format (JSON Schema 2020-12, Validation 7.3); a format that is unknown says nothing. */
export function formatHolds(name: string, text: string): boolean {
  let validator = validators.get(name)
  if (validator === undefined) {
    validator = schemaValidator({ format: name })
    validators.set(name, validator)
  }
  return validator(text).length === 0
}
