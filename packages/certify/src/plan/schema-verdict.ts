import type { JsonSchema, Operation } from '@assay/contract'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const validators = new WeakMap<Operation, ValidateFunction>()

/**
 * Whether the text of a request body is valid by the operation's schema, in the judgement of a validator that knows nothing of rules. Numbers
 * beyond a double are judged as doubles.
 */
export function schemaAccepts(operation: Operation, text: string): boolean {
  let validator = validators.get(operation)
  if (validator === undefined) {
    // Keywords of Assay's own are no validator's business; what they ask is asked by rules.
    const ajv = new Ajv2020({
      strict: false,
      validateSchema: false,
      logger: false,
      messages: false,
      multipleOfPrecision: 9,
      code: { optimize: false },
    })
    addFormats.default(ajv)
    const schema: JsonSchema = operation.request?.schema ?? true
    validator = ajv.compile(schema)
    validators.set(operation, validator)
  }
  try {
    return validator(JSON.parse(text)) === true
  } catch {
    return false
  }
}
