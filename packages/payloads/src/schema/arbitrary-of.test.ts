import type { Json } from '@assay/contract'
import { registerSchema, setShouldValidateSchema, validate } from '@hyperjump/json-schema/draft-2020-12'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schemaShapes } from './__fixtures__/schema-shapes.ts'
import { arbitraryOf } from './arbitrary-of.ts'
import { isDecimalWithin } from './is-decimal-within.ts'
import { isHttpsUrl } from './is-https-url.ts'
import { stringFormats } from './known-formats.ts'

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addKeyword({
  keyword: 'x-decimal',
  type: 'string',
  validate: (limits: object, value: string) => isDecimalWithin(value, limits),
})
ajv.addKeyword({ keyword: 'x-https-url', type: 'string', validate: (_: boolean, value: string) => isHttpsUrl(value) })

test.each(Object.entries(schemaShapes))('makes values that Ajv accepts for %s', (_, schema) => {
  const accepts = ajv.compile(schema)
  for (const value of fc.sample(arbitraryOf(schema), { seed: 7, numRuns: 200 })) {
    expect(accepts(value), `${JSON.stringify(value)} ${JSON.stringify(accepts.errors)}`).toBe(true)
  }
})

const withoutOwnKeywords = Object.entries(schemaShapes).filter(([, schema]) => !JSON.stringify(schema).includes('"x-'))

test.each(withoutOwnKeywords)('makes values that a second validator accepts for %s', async (name, schema) => {
  setShouldValidateSchema(false)
  const id = `https://example.com/${encodeURIComponent(name)}`
  registerSchema(schema as never, id, 'https://json-schema.org/draft/2020-12/schema')
  const accepts = await validate(id)
  for (const value of fc.sample(arbitraryOf(schema), { seed: 8, numRuns: 40 })) {
    expect(accepts(value as never).valid, JSON.stringify(value)).toBe(true)
  }
})

test.each([...stringFormats].sort())('makes texts of the format %s, within lengths too', (format) => {
  const known = !format.startsWith('idn-') && !format.startsWith('iri')
  for (const lengths of [{}, { maxLength: 36 }, { minLength: 3 }]) {
    const schema = { type: 'string' as const, format, ...lengths }
    const accepts = known ? ajv.compile(schema) : ajv.compile({ ...schema, format: 'regex' })
    for (const value of fc.sample(arbitraryOf(schema), { seed: 9, numRuns: 100 })) {
      expect(accepts(value), `${JSON.stringify(value)} ${JSON.stringify(accepts.errors)}`).toBe(true)
    }
  }
})

test.each(Object.entries(schemaShapes))('makes the same values from the same seed for %s', (_, schema) => {
  const made = (): Json[] => fc.sample(arbitraryOf(schema), { seed: 42, numRuns: 20 })
  expect(made()).toEqual(made())
})
