import type { DecimalLimits, Json, JsonSchema } from '@assay/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isDecimalWithin } from './is-decimal-within.ts'
import { isHttpsUrl } from './is-https-url.ts'

const ajv = new Ajv2020({ strict: false, multipleOfPrecision: 9, validateSchema: false })
addFormats.default(ajv)
ajv.addKeyword({
  keyword: 'x-decimal',
  type: 'string',
  validate: (limits: DecimalLimits, value: string) => isDecimalWithin(value, limits),
})
ajv.addKeyword({
  keyword: 'x-https-url',
  type: 'string',
  validate: (asked: boolean, value: string) => !asked || isHttpsUrl(value),
})

const known = new WeakMap<object, (value: Json) => boolean>()

/** Whether a value satisfies a schema, the keywords `x-decimal` and `x-https-url` included. */
export function acceptorOf(schema: JsonSchema): (value: Json) => boolean {
  if (typeof schema === 'boolean') return () => schema
  let accepts = known.get(schema)
  if (accepts === undefined) {
    const validate = ajv.compile(schema)
    // Ajv would keep every schema it has seen for as long as the process lives.
    ajv.removeSchema(schema)
    accepts = (value) => validate(value)
    known.set(schema, accepts)
  }
  return accepts
}
