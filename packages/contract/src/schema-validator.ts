import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { decimalFault } from './decimal-limits.ts'
import { isHttpsUrl } from './https-url.ts'
import type { Json } from './json.ts'
import type { DecimalLimits, JsonSchema } from './json-schema.ts'
import { plainValue } from './plain-value.ts'
import { withoutAnnotations } from './without-annotations.ts'

/** One thing that a schema refuses. */
export interface SchemaError {
  /** JSON Pointer into the value. */
  readonly at: string
  /** The keyword that refuses it. */
  readonly keyword: string
  /** JSON Pointer into the schema: the keyword. */
  readonly schemaAt: string
  /** One sentence. */
  readonly says: string
  /** What the keyword asks, as Ajv names it: `{ limit: 255 }`, `{ missingProperty: 'amount' }`. */
  readonly parameters: { readonly [name: string]: unknown }
}

/** Tells everything in a value that a schema refuses; nothing for a valid value. */
export type SchemaValidator = (value: Json) => readonly SchemaError[]

const LIMIT = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }
const DECIMAL_LIMITS = {
  type: 'object',
  properties: {
    minimum: LIMIT,
    maximum: LIMIT,
    exclusiveMinimum: LIMIT,
    exclusiveMaximum: LIMIT,
    places: { type: 'integer', minimum: 0 },
  },
  additionalProperties: false,
}

const validators = new WeakMap<object, SchemaValidator>()
/** Compiling is slow, and documents say the same thing in many places. */
const byText = new Map<string, SchemaValidator>()
const MAXIMUM_KEPT = 500
let instance: Ajv2020 | undefined

/**
 * The validator of a JSON Schema 2020-12 schema, compiled once for each schema object. Formats are checked where they are known, `url` as
 * `uri`; the keywords `x-decimal` and `x-https-url` are known, other extensions ignored.
 * @throws Error when the schema itself is wrong: {@link schemaFaults} tells why.
 */
export function schemaValidator(schema: JsonSchema): SchemaValidator {
  if (schema === true) return () => []
  if (schema === false)
    return () => [{ at: '', keyword: 'false schema', schemaAt: '', says: 'The value is not allowed.', parameters: {} }]
  const known = validators.get(schema)
  if (known !== undefined) return known
  const validator = compiled(schema)
  validators.set(schema, validator)
  return validator
}

/** What is wrong with a schema by the meta-schema of JSON Schema 2020-12; `at` is a JSON Pointer into the schema. */
export function schemaFaults(schema: JsonSchema): readonly SchemaError[] {
  const ajv = ajvInstance()
  return ajv.validateSchema(plainValue(schema as Json) as boolean | object) === true
    ? []
    : (ajv.errors ?? []).map(schemaError)
}

function compiled(schema: JsonSchema & object): SchemaValidator {
  const plain = plainValue(withoutAnnotations(schema as Json)) as object
  const text = JSON.stringify(plain)
  const known = byText.get(text)
  if (known !== undefined) return known
  const ajv = ajvInstance()
  const validate: ValidateFunction = ajv.compile(plain)
  // Ajv keeps every schema it ever compiled; the function alone is enough.
  ajv.removeSchema(plain)
  const validator: SchemaValidator = (value) =>
    validate(plainValue(value)) ? [] : (validate.errors ?? []).map(schemaError)
  if (byText.size >= MAXIMUM_KEPT) byText.clear()
  byText.set(text, validator)
  return validator
}

function schemaError({
  instancePath,
  keyword,
  schemaPath,
  message = 'is not valid',
  params,
}: ErrorObject): SchemaError {
  const subject = instancePath === '' ? 'The value' : instancePath
  const detail = params.additionalProperty ?? params.allowedValues ?? params.allowedValue
  const shown =
    detail === undefined
      ? ''
      : ` (${[detail]
          .flat()
          .map((one: unknown) => JSON.stringify(one))
          .join(', ')})`
  return {
    at: instancePath,
    keyword,
    schemaAt: decodeURI(schemaPath.replace(/^#/, '')),
    says: `${subject} ${message}${shown}.`,
    parameters: params,
  }
}

function ajvInstance(): Ajv2020 {
  instance ??= makeAjv()
  return instance
}

function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    logger: false,
    // The schema is checked once, by schemaFaults, where its place in the document is known.
    validateSchema: false,
    // Decimal fractions have no exact double: 19.99 is a multiple of 0.01.
    multipleOfPrecision: 9,
    code: { regExp: Object.assign(regularExpression, { code: 'regularExpression' }) },
  })
  addFormats.default(ajv)
  // ajv-formats' own `url` refuses hosts without a dot, such as localhost.
  ajv.addFormat('url', isUri)
  ajv.addFormat('uri', isUri)
  ajv.addKeyword({
    keyword: 'x-decimal',
    type: 'string',
    metaSchema: DECIMAL_LIMITS,
    error: { message: 'must be a plain decimal number within its limits' },
    compile: (limits: DecimalLimits) => (text: string) => decimalFault(text, limits) === undefined,
  })
  ajv.addKeyword({
    keyword: 'x-https-url',
    type: 'string',
    schemaType: 'boolean',
    error: { message: 'must be an absolute https URL with a domain name' },
    compile: (asked: boolean) => (text: string) => !asked || isHttpsUrl(text),
  })
  return ajv
}

/** Patterns are ECMA-262 with Unicode; one that only the older grammar knows is taken as that. */
function regularExpression(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags)
  } catch {
    return new RegExp(pattern)
  }
}

/** RFC 3986, with a scheme; what no URL parser takes is no URI of a web page. */
function isUri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i.test(text) && (!/^https?:/i.test(text) || URL.canParse(text))
}
