import type { DecimalLimits, Json, JsonSchema, JsonSchemaObject } from '@assay/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { isDecimalWithin } from './is-decimal-within.ts'
import { isHttpsUrl } from './is-https-url.ts'

/** Ajv remembers something of every schema it compiles, also of those it is told to forget: it goes when its validators go. */
let ajv = newAjv()

function newAjv(): Ajv2020 {
  const made = new Ajv2020({
    strict: false,
    multipleOfPrecision: 9,
    validateSchema: false,
    // Whether, not why.
    messages: false,
    // Most validators judge a few hundred values: making their code shorter takes longer than it saves.
    code: { optimize: false },
  })
  addFormats.default(made)
  made.addKeyword({
    keyword: 'x-decimal',
    type: 'string',
    validate: (limits: DecimalLimits, value: string) => isDecimalWithin(value, limits),
  })
  made.addKeyword({
    keyword: 'x-https-url',
    type: 'string',
    validate: (asked: boolean, value: string) => !asked || isHttpsUrl(value),
  })
  return made
}

const known = new WeakMap<object, (value: Json) => boolean>()
/** Compiling takes milliseconds, and the same few limits come up hundreds of times, each time as an object of its own. */
const byText = new Map<string, (value: Json) => boolean>()
const MOST_KEPT = 100

/** Whether a value satisfies a schema, the keywords `x-decimal` and `x-https-url` included. */
export function acceptorOf(schema: JsonSchema): (value: Json) => boolean {
  if (typeof schema === 'boolean') return () => schema
  let accepts = known.get(schema)
  if (accepts === undefined) {
    accepts = acceptorOfText(schema)
    known.set(schema, accepts)
  }
  return accepts
}

function acceptorOfText(schema: JsonSchemaObject): (value: Json) => boolean {
  const text = JSON.stringify(schema)
  let accepts = byText.get(text)
  if (accepts === undefined) {
    if (byText.size >= MOST_KEPT) {
      byText.clear()
      ajv = newAjv()
    }
    const validate = ajv.compile(schema)
    accepts = (value) => validate(value)
    byText.set(text, accepts)
  }
  return accepts
}
