import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compareDocuments } from '../drift/compare-documents.ts'
import { compareReadings } from '../drift/compare-readings.ts'
import { rewriteDocument } from './rewrite-document.ts'

const TEXT = `# Ours.
openapi: 3.1.0
info: { title: Orders, version: '1' }
servers:
  - url: https://pay.example.com/v1 # signed
    description: The only one.
paths:
  /orders:
    post:
      operationId: createOrder
      description: >-
        Our own words, folded here
        and not elsewhere.
      requestBody:
        content:
          application/json:
            schema:
              type: object
              # The lifetimes.
              properties:
                amount: { type: string, description: How much. }
                life_time_date_time:
                  type: integer # Unix seconds
                  description: When it ends.
                coin: { type: string, enum: [BTC, ETH, DOGE] }
              required: [amount, life_time_date_time]
            examples:
              Example:
                value: { amount: '1.50', life_time_date_time: 5 }
      responses:
        '200': { $ref: '#/components/responses/Order' }
components:
  responses:
    Order:
      description: The order.
      content:
        application/json:
          schema:
            type: object
            properties:
              id: { type: string, description: Ours. }
`
const before = parse(TEXT) as JsonObject
const after = (edit: (text: string) => string): JsonObject => parse(edit(TEXT)) as JsonObject
const describe = (place: string) => `Not described yet: ${place}.`
const page = (document: JsonObject) => ({ id: 'p', document, fingerprints: {}, provenance: new Map() })
const rewritten = (text: string, was: JsonObject, is: JsonObject) =>
  rewriteDocument(text, was, is, compareReadings(page(was), page(is)), describe)
const difference = (one: string, other: string) => {
  const [old, now] = [one.split('\n'), other.split('\n')]
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ].join('\n')
}

test('writes nothing where nothing changed, and no words of the page', () => {
  const worded = after((text) => text.replaceAll(/description: [A-Z][^}\n]*/g, 'description: Words of the page'))
  expect(rewritten(TEXT, before, worded)).toBe(TEXT)
})

test('renames a member where it stands, with its comments, marks and examples', () => {
  const is = after((text) => text.replaceAll('life_time_date_time', 'life_time_datetime'))
  expect(difference(TEXT, rewritten(TEXT, before, is))).toMatchInlineSnapshot(`
    "-                 life_time_date_time:
    -               required: [amount, life_time_date_time]
    -                 value: { amount: '1.50', life_time_date_time: 5 }
    +                 life_time_datetime:
    +               required: [amount, life_time_datetime]
    +                 value: { amount: '1.50', life_time_datetime: 5 }"
  `)
})

test('writes a new member in its place, described by a sentence of ours', () => {
  const is = after((text) =>
    text.replace(
      'coin: {',
      'network:\n                  type: object\n                  description: Words of the page\n                  properties: { name: { type: string, title: Words } }\n                coin: {',
    ),
  )
  expect(difference(TEXT, rewritten(TEXT, before, is))).toMatchInlineSnapshot(`
    "+                 network:
    +                   description: 'Not described yet: request/network.'
    +                   type: object
    +                   properties:
    +                     name:
    +                       description: 'Not described yet: request/network/name.'
    +                       type: string"
  `)
})

test('writes values, types, limits, servers and answers', () => {
  const is = after((text) =>
    text
      .replace(', DOGE', ', SOL')
      .replace('type: integer # Unix seconds', 'type: [integer, string]\n                  minimum: 10')
      .replace('com/v1', 'com/v2')
      .replace(
        '      responses:\n',
        "      responses:\n        '422': { description: Words of the page, content: { application/json: { schema: { type: object }, examples: { TooLow: { summary: Words, value: { code: 1 } } } } } }\n",
      ),
  )
  expect(difference(TEXT, rewritten(TEXT, before, is))).toMatchInlineSnapshot(`
    "-   - url: https://pay.example.com/v1 # signed
    -                   type: integer # Unix seconds
    -                 coin: { type: string, enum: [BTC, ETH, DOGE] }
    +   - url: https://pay.example.com/v2 # signed
    +                   type:
    +                     - integer
    +                     - string
    +                   minimum: 10
    +                 coin: { type: string, enum: [BTC, ETH, SOL] }
    +         '422':
    +           description: 'Not described yet: response/422.'
    +           content:
    +             application/json:
    +               schema:
    +                 type: object
    +               examples:
    +                 TooLow:
    +                   value:
    +                     code: 1"
  `)
})

test('moves an operation with its path, adds one and takes one out', () => {
  const moved = after((text) => text.replace('  /orders:', '  /v2/orders:'))
  expect(difference(TEXT, rewritten(TEXT, before, moved))).toBe('-   /orders:\n+   /v2/orders:')
  const two = {
    ...before,
    paths: {
      ...(before.paths as JsonObject),
      '/rates': { get: { summary: 'Words', responses: { '200': { description: 'Words' } } } },
    },
  }
  const written = rewritten(TEXT, before, two)
  expect(difference(TEXT, written)).toMatchInlineSnapshot(`
    "+   /rates:
    +     get:
    +       description: 'Not described yet: GET /rates operation.'
    +         '200':
    +           description: 'Not described yet: GET /rates response/200.'"
  `)
  expect(rewritten(written, two, before)).toBe(TEXT)
})

const specs = join(import.meta.dirname, '../../../../specs')
const provider = fc.constantFrom(
  'alphapo',
  'finrax',
  'cryptofuse',
  'cryptoprocessing-payments',
  'cryptoprocessing-invoices',
)
const schemaEdits: readonly ((schema: Record<string, Json>, name: string) => void)[] = [
  (schema) => {
    schema.type = schema.type === 'string' ? 'integer' : 'string'
  },
  (schema) => {
    schema.maxLength = 7
  },
  (schema) => {
    schema.enum = ['a', 'b']
  },
  (schema) => {
    delete schema.type
  },
  (schema) => {
    schema.format = 'uuid'
  },
  (schema) => {
    schema.oneOf = [{ type: 'string' }, { type: 'object', properties: { x: {} } }]
  },
  (schema, name) => {
    schema.properties = { [name]: { type: 'boolean', description: 'Words' } }
  },
  (schema) => {
    schema.required = isJsonObject(schema.properties) ? Object.keys(schema.properties) : []
  },
]
const memberEdits: readonly ((properties: Record<string, Json>, name: string, fresh: string) => void)[] = [
  (properties, name) => {
    delete properties[name]
  },
  (properties, name, fresh) => {
    properties[fresh] = structuredClone(properties[name] ?? {})
  },
  (properties, name, fresh) => {
    const entries = Object.entries(properties).map(([one, value]) => [one === name ? fresh : one, value] as const)
    for (const key of Object.keys(properties)) delete properties[key]
    Object.assign(properties, Object.fromEntries(entries))
  },
]

test('brings any change of members into any of the documents, so that a second comparison finds nothing', () => {
  fc.assert(
    fc.property(
      provider,
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('fresh', 'Amount', 'life_time', 'description')), {
        minLength: 1,
        maxLength: 4,
      }),
      (name, edits) => {
        const text = readFileSync(join(specs, name, 'openapi.yaml'), 'utf8')
        const [was, is] = [parse(text) as JsonObject, parse(text) as JsonObject]
        for (const [where, which, fresh] of edits) {
          const schemas = [...schemasOf(is)]
          const schema = schemas[where % schemas.length]
          if (schema === undefined) continue
          const { properties } = schema
          const names = isJsonObject(properties) ? Object.keys(properties) : []
          const member = names[which % Math.max(1, names.length)]
          if (member === undefined || which % 2 === 0) schemaEdits[which % schemaEdits.length]?.(schema, fresh)
          else memberEdits[which % memberEdits.length]?.(properties as Record<string, Json>, member, fresh)
        }
        const written = rewritten(text, was, is)
        expect(compareDocuments(parse(written) as JsonObject, is)).toEqual([])
      },
    ),
    { numRuns: 10 },
  )
})

function* schemasOf(value: Json, at: readonly string[] = []): Generator<Record<string, Json>> {
  if (!isJsonObject(value) && !Array.isArray(value)) return
  const above = at.at(-1)
  const isSchema = above === 'schema' || above === 'items' || at.at(-2) === 'properties'
  if (isSchema && isJsonObject(value) && !('$ref' in value)) yield value as Record<string, Json>
  for (const [name, member] of Object.entries(value)) {
    if (!['example', 'examples', 'value', 'enum'].includes(name)) yield* schemasOf(member as Json, [...at, name])
  }
}
