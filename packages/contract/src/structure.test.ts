import SwaggerParser from '@apidevtools/swagger-parser'
import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'
import { parseDocument } from './parse-document.ts'
import { structureValidator } from './structure-validator.ts'

/** Every document that lacks one member of another, or has it replaced. */
function* variants(value: Json): Generator<Json> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      for (const one of variants(item)) yield value.map((other: Json, at) => (at === index ? one : other))
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _, ...without } = value
      yield without
      yield { ...value, [name]: isJsonObject(member) ? [] : {} }
      for (const one of variants(member)) yield { ...value, [name]: one }
    }
  }
}

test.each(['3.0.3', '3.1.0'])(
  'the structure of %s is judged as swagger-parser judges it',
  async (version) => {
    const document = parseDocument(acme['openapi.yaml'].replace('3.0.3', version), 'a.yaml').value as JsonObject
    const all = [document, ...variants(document)].filter((_, index) => index % 40 === 0)
    const verdicts = { same: 0, refused: 0 }
    for (const one of all) {
      const ours = structureValidator(version === '3.1.0' ? '3.1' : '3.0')(structuredClone(one)).length === 0
      const theirs = await SwaggerParser.validate(
        structuredClone(one) as Parameters<typeof SwaggerParser.validate>[0],
        {
          resolve: { external: false },
        },
      ).then(
        () => true,
        (error: Error) => !/schema validation failed/.test(error.message) && ours,
      )
      expect(ours, JSON.stringify(one)).toBe(theirs)
      verdicts.same += 1
      verdicts.refused += ours ? 0 : 1
    }
    expect(verdicts.refused).toBeGreaterThanOrEqual(3)
  },
  30_000,
)
