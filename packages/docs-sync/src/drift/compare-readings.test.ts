import type { Json, JsonObject } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareReadings } from './compare-readings.ts'

const page = (operation: JsonObject, document: JsonObject = {}) => ({
  id: 'create',
  document: {
    openapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    servers: [{ url: 'https://pay.example.com/api/v1' }],
    ...document,
    paths: { '/orders': { post: operation } },
  } as JsonObject,
  fingerprints: {},
  provenance: new Map(),
})
const json = (schema: JsonObject, examples: JsonObject = {}) => ({
  content: { 'application/json': { schema, examples } },
})
const request = (schema: JsonObject) => page({ requestBody: json({ type: 'object', ...schema }), responses: {} })
const answer = (schema: JsonObject) =>
  page({ responses: { '200': { description: 'x', ...json({ type: 'object', ...schema }) } } })
const summary = (before: ReturnType<typeof page>, after: ReturnType<typeof page>) =>
  compareReadings(before, after).map(({ subject, action, level, direction, place }) =>
    [subject, action, level, direction, place].join(' '),
  )
const text = { type: 'string' }
const fingerprint = (structure: number, prose: number) =>
  `${String(structure).padStart(16, '0')}-${String(prose).padStart(16, '0')}`

/** A member `a` as it was and is, and what follows when it is sent and when it comes back. */
const members: readonly (readonly [string, JsonObject, JsonObject, string, string])[] = [
  ['a value more', { enum: ['x'] }, { enum: ['x', 'y'] }, 'enum changed additive', 'enum changed breaking'],
  ['a value fewer', { enum: ['x', 'y'] }, { enum: ['x'] }, 'enum changed breaking', 'enum changed additive'],
  ['values where there were none', {}, { enum: ['x'] }, 'enum added breaking', 'enum added additive'],
  ['one value for another', { enum: ['x'] }, { enum: ['y'] }, 'enum changed breaking', 'enum changed breaking'],
  ['a wider type', { type: 'integer' }, { type: 'number' }, 'type changed additive', 'type changed breaking'],
  ['another type', { type: 'string' }, { type: 'integer' }, 'type changed breaking', 'type changed breaking'],
  ['null allowed', text, { ...text, nullable: true }, 'type changed additive', 'type changed breaking'],
  ['a shorter text', { maxLength: 255 }, { maxLength: 64 }, 'limit changed breaking', 'limit changed additive'],
  ['a longer text', { maxLength: 64 }, { maxLength: 255 }, 'limit changed additive', 'limit changed breaking'],
  ['a higher minimum', { minimum: 1 }, { minimum: 5 }, 'limit changed breaking', 'limit changed additive'],
  ['no limit any more', { maxLength: 9 }, {}, 'limit removed additive', 'limit removed breaking'],
  ['another pattern', { pattern: 'a' }, { pattern: 'b' }, 'limit changed breaking', 'limit changed breaking'],
  ['a format', text, { ...text, format: 'uuid' }, 'format added breaking', 'format added additive'],
  ['another default', { default: 'a' }, { default: 'b' }, 'default changed breaking', 'default changed breaking'],
  ['deprecation', {}, { deprecated: true }, 'deprecated changed additive', 'deprecated changed additive'],
  ['another example', { example: 'a' }, { example: 'b' }, 'example changed editorial', 'example changed editorial'],
]

test.each(members)('tells %s, level by direction', (_, was, is, sent, received) => {
  const [before, after] = [{ properties: { a: was } }, { properties: { a: is } }]
  expect(summary(request(before), request(after))).toEqual([`${sent} request request/a`])
  expect(summary(answer(before), answer(after))).toEqual([`${received} answer response/200/a`])
})

test('tells a member that is new, gone, required or optional, level by direction', () => {
  const [one, two] = [{ properties: { a: text } }, { properties: { a: text, other: { type: 'integer' } } }]
  const marked = { properties: { a: text }, required: ['a'] }
  const demanding = { ...two, required: ['other'] }
  expect(summary(request(one), request(two))).toEqual(['member added additive request request/other'])
  expect(summary(request(one), request(demanding))).toEqual(['member added breaking request request/other'])
  expect(summary(request(two), request(one))).toEqual(['member removed breaking request request/other'])
  expect(summary(answer(one), answer(demanding))).toEqual(['member added additive answer response/200/other'])
  expect(summary(answer(two), answer(one))).toEqual(['member removed breaking answer response/200/other'])
  expect(summary(request(one), request(marked))).toEqual(['required changed breaking request request/a'])
  expect(summary(answer(one), answer(marked))).toEqual(['required changed additive answer response/200/a'])
  expect(summary(answer(marked), answer(one))).toEqual(['required changed breaking answer response/200/a'])
})

test('tells a renamed member as one change, its examples included', () => {
  const body = (name: string) =>
    page({
      requestBody: json(
        { type: 'object', properties: { amount: text, [name]: { type: 'integer' }, note: text }, required: [name] },
        { Example: { value: { amount: '1', [name]: 5 } } },
      ),
      responses: {},
    })
  const [change, ...others] = compareReadings(body('life_time_date_time'), body('life_time_datetime'))
  expect(others).toEqual([])
  expect(change).toMatchObject({
    subject: 'member',
    action: 'renamed',
    level: 'breaking',
    at: '/life_time_date_time',
    place: 'request/life_time_datetime',
    says: 'Request /life_time_date_time is called life_time_datetime now.',
  })
})

test('takes a new name for a rename where it stands in the same place, and not where it does not', () => {
  const named = (...names: string[]) => request({ properties: Object.fromEntries(names.map((name) => [name, text])) })
  expect(summary(named('a', 'total', 'z'), named('a', 'sum', 'z'))).toEqual([
    'member renamed breaking request request/sum',
  ])
  expect(summary(named('a', 'z', 'total'), named('sum', 'a', 'z'))).toEqual([
    'member removed breaking request request/total',
    'member added additive request request/sum',
  ])
})

test('tells a host that moves, and that the signed path moves with it', () => {
  const [before, after] = [
    page({ responses: {} }),
    page({ responses: {} }, { servers: [{ url: 'https://pay.example.com/api/v2/' }] }),
  ]
  expect(compareReadings(before, after).map(({ says }) => says)).toMatchInlineSnapshot(`
    [
      "POST /orders: the server was https://pay.example.com/api/v1 and is https://pay.example.com/api/v2; the path before /orders, which a signature may cover, was /api/v1 and is /api/v2.",
    ]
  `)
})

test('does not care where a server, a reference or a nullable mark is written down', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', nullable: true, minimum: 1, exclusiveMinimum: true } },
  }
  const before = page({ requestBody: json(schema), responses: {} })
  const after = page(
    {
      servers: [{ url: 'https://pay.example.com/api/v1/' }],
      requestBody: { $ref: '#/components/requestBodies/Order' },
      responses: {},
    },
    {
      openapi: '3.1.0',
      servers: [{ url: 'https://elsewhere.example.com' }],
      components: {
        requestBodies: { Order: json({ $ref: '#/components/schemas/Order' }) },
        schemas: { Order: { type: 'object', properties: { a: { type: ['null', 'string'], exclusiveMinimum: 1 } } } },
      },
    },
  )
  expect(summary(before, after)).toEqual([])
})

test('tells another way to authenticate, and not another name for it', () => {
  const secured = (name: string, scheme: JsonObject) =>
    page({ responses: {} }, { security: [{ [name]: [] }], components: { securitySchemes: { [name]: scheme } } })
  const key = (name: string): JsonObject => ({ type: 'apiKey', in: 'header', name })
  expect(summary(secured('a', key('X-Key')), secured('b', key('x-key')))).toEqual([])
  expect(summary(secured('a', key('X-Key')), secured('a', { type: 'http', scheme: 'bearer' }))).toEqual([
    'auth changed breaking both operation',
  ])
})

test('tells errors by name, and a text of people as editorial', () => {
  const errors = (bodies: { readonly [name: string]: Json }) => {
    const examples = Object.fromEntries(Object.entries(bodies).map(([name, value]) => [name, { value }]))
    return page({ responses: { '422': { description: 'x', ...json({ type: 'object' }, examples) } } })
  }
  const before = errors({
    TooLow: { error: 'The amount is too low', code: 422 },
    Unknown: { error: 'Not known at all', code: 1 },
  })
  const after = errors({
    TooLow: { error: 'This amount is too low', code: 422 },
    TooHigh: { error: 'So high', code: 422 },
  })
  expect(summary(before, after)).toEqual([
    'error changed editorial answer error/422/TooLow',
    'error removed breaking answer error/422/Unknown',
    'error added additive answer error/422/TooHigh',
  ])
})

test('tells an operation that moved, is new or is gone', () => {
  const paths = (paths: JsonObject) => ({ ...page({}), document: { openapi: '3.1.0', paths } as JsonObject })
  const operation = { requestBody: json({ properties: { a: text, b: text } }) }
  expect(summary(paths({ '/v1/orders': { post: operation } }), paths({ '/v2/orders': { post: operation } }))).toEqual([
    'operation renamed breaking both operation',
  ])
  expect(summary(paths({ '/orders': { post: operation } }), paths({ '/rates': { get: {} } }))).toEqual([
    'operation removed breaking both operation',
    'operation added additive both operation',
  ])
})

test('tells wording by its place where no structure explains it, with the line', () => {
  const before = {
    ...request({ properties: { a: text } }),
    fingerprints: { request: fingerprint(1, 1), 'request/a': fingerprint(2, 2), page: fingerprint(3, 3) },
  }
  const pointer = '/paths/~1orders/post/requestBody/content/application~1json/schema/properties/a'
  const after = {
    ...request({ properties: { a: text } }),
    fingerprints: { request: fingerprint(1, 1), 'request/a': fingerprint(2, 9), page: fingerprint(3, 3) },
    provenance: new Map([[pointer, { page: 'create', line: 12 }]]),
  }
  expect(compareReadings(before, after)).toMatchObject([
    { subject: 'prose', level: 'editorial', place: 'request/a', line: 12 },
  ])
  const changed = {
    ...request({ properties: { a: { type: 'integer' } } }),
    fingerprints: { request: fingerprint(8, 1), 'request/a': fingerprint(8, 2), page: fingerprint(3, 9) },
  }
  expect(summary(before, changed)).toEqual([
    'type changed breaking request request/a',
    'prose changed editorial both page',
  ])
})

test('ends on schemas that hold themselves and on schemas that hold each other twice', () => {
  const knot = (type: string) => {
    const schemas = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => {
        const next = { $ref: `#/components/schemas/S${(index + 1) % 40}` }
        return [`S${index}`, { type: 'object', properties: { left: next, right: next, leaf: { type } } }]
      }),
    )
    return page({ requestBody: json({ $ref: '#/components/schemas/S0' }), responses: {} }, { components: { schemas } })
  }
  expect(summary(knot('string'), knot('string'))).toEqual([])
  expect(compareReadings(knot('string'), knot('integer')).length).toBe(1001)
})

const anyJson = fc.jsonValue({ maxDepth: 6 }) as fc.Arbitrary<Json>

test('bears any document, and finds a document equal to itself', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (one, other) => {
      const [before, after] = [request({ properties: { a: one } }), request({ properties: { a: other } })]
      compareReadings(before, after)
      expect(compareReadings(before, before)).toEqual([])
    }),
    { numRuns: 300 },
  )
})
