import { expect, test } from 'vitest'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { readContract } from './read-contract.ts'
import type { Rule } from './rule.ts'

async function rulesOf(schema: string): Promise<readonly Rule[]> {
  const text = `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a:
    post:
      requestBody: { content: { application/json: { schema: ${schema.replaceAll('\n', ' ')} } } }
      responses: { '200': { description: OK } }
`
  const { operations } = await readContract(`${temporaryFolder({ 'a.yaml': text })}/a.yaml`, { kinds: [] })
  return operations[0]?.rules ?? []
}

test('each keyword of the body and its members is a rule with a sentence', async () => {
  const rules = await rulesOf(`{
    type: object, required: [clientId], minProperties: 1, maxProperties: 9, additionalProperties: false,
    dependentRequired: { a: [b] }, not: { required: [c, d] },
    properties: {
      clientId: { type: string, minLength: 1, maxLength: 64, pattern: '^a', format: uuid },
      'odd/name': { type: [number, 'null'], minimum: 1, maximum: 9, multipleOf: 0.5 },
      more: { exclusiveMinimum: 0, exclusiveMaximum: 9, const: 5, enum: [5, six] },
      list: { type: array, minItems: 1, maxItems: 2, uniqueItems: true, prefixItems: [{ type: string }], items: { type: integer }, contains: { const: 1 }, minContains: 2 },
      url: { x-https-url: true, x-decimal: { places: 2 }, if: { minLength: 1 }, then: { maxLength: 2 } },
      never: false
    } }`)
  expect(
    rules.map(({ id, says, parameters }) => `${id} | ${says} | ${JSON.stringify(parameters)}`),
  ).toMatchInlineSnapshot(`
    [
      "body.type | The body is an object. | {"value":"object"}",
      "client-id.required | clientId is required. | {}",
      "body.min-properties | The body has at least 1 member. | {"value":1}",
      "body.max-properties | The body has at most 9 members. | {"value":9}",
      "body.additional-properties | The body has no members but those documented. | {"value":false}",
      "body.dependent-required | The body keeps the keyword dependentRequired. | {"schema":{"dependentRequired":{"a":["b"]}}}",
      "body.not | The body keeps the keyword not. | {"schema":{"not":{"required":["c","d"]}}}",
      "client-id.type | clientId is a string. | {"value":"string"}",
      "client-id.min-length | clientId has at least 1 character. | {"value":1}",
      "client-id.max-length | clientId has at most 64 characters. | {"value":64}",
      "client-id.pattern | clientId matches ^a. | {"value":"^a"}",
      "client-id.format | clientId has the format uuid. | {"value":"uuid"}",
      "odd-name.type | odd/name is a number or null. | {"value":["number","null"]}",
      "odd-name.minimum | odd/name is 1 or more. | {"value":1}",
      "odd-name.maximum | odd/name is 9 or less. | {"value":9}",
      "odd-name.multiple-of | odd/name is a multiple of 0.5. | {"value":0.5}",
      "more.exclusive-minimum | more is more than 0. | {"value":0}",
      "more.exclusive-maximum | more is less than 9. | {"value":9}",
      "more.const | more is 5. | {"value":5}",
      "more.enum | more is one of 5, "six". | {"value":[5,"six"]}",
      "list.type | list is an array. | {"value":"array"}",
      "list.min-items | list has at least 1 item. | {"value":1}",
      "list.max-items | list has at most 2 items. | {"value":2}",
      "list.unique-items | list has no item twice. | {"value":true}",
      "list.prefix-items | list keeps the keyword prefixItems. | {"schema":{"prefixItems":[{"type":"string"}]}}",
      "list.items | list keeps the keyword items. | {"schema":{"items":{"type":"integer"},"prefixItems":[true]}}",
      "list.contains | list keeps the keyword contains. | {"schema":{"contains":{"const":1},"minContains":2}}",
      "url.x-https-url | url is an absolute https URL with a domain name. | {"schema":{"x-https-url":true}}",
      "url.x-decimal | url is a plain decimal number within its limits. | {"schema":{"x-decimal":{"places":2}}}",
      "url.if | url keeps the keyword if. | {"schema":{"if":{"minLength":1},"then":{"maxLength":2}}}",
      "never.not | never keeps the keyword not. | {"schema":{"not":{}}}",
    ]
  `)
})

test('allOf is flattened, what is stated twice is one rule, and ids stay apart', async () => {
  const rules = await rulesOf(`{ allOf: [
    { type: object, required: [a], properties: { a: { maxLength: 5 } } },
    { type: object, required: [a], properties: { a: { maxLength: 3 }, b: { items: { type: string, maxLength: 1 } } } }
  ] }`)
  expect(rules.map(({ id, parameters }) => [id, parameters])).toEqual([
    ['body.type', { value: 'object' }],
    ['a.required', {}],
    ['a.max-length', { value: 5 }],
    ['a.max-length.2', { value: 3 }],
    ['b.items', { schema: { items: { type: 'string', maxLength: 1 } } }],
  ])
})

test('a schema may say how sure its keywords are', async () => {
  const rules = await rulesOf('{ type: object, properties: { a: { type: string, x-strength: inferred } } }')
  expect(rules.map(({ id, strength, outcome }) => [id, strength, outcome])).toEqual([
    ['body.type', 'documented', 'must-refuse'],
    ['a.type', 'inferred', 'unspecified'],
  ])
})

test('of a read-only member a request requires nothing', async () => {
  const rules = await rulesOf('{ required: [a, b], properties: { a: { readOnly: true }, b: { writeOnly: true } } }')
  expect(rules.map(({ id }) => id)).toEqual(['b.required'])
})

test('what stands beside a reference in 3.1 is asked as well', async () => {
  const rules = await rulesOf(`{ properties: {
    name: { type: string, maxLength: 9 },
    a: { $ref: '#/paths/~1a/post/requestBody/content/application~1json/schema/properties/name', maxLength: 3 },
    b: { $ref: '#/paths/~1a/post/requestBody/content/application~1json/schema/properties/name', description: B }
  } }`)
  const rows = rules.map(({ id, evidence }) => `${id} ${evidence[0]?.at.split('/schema/')[1]}`)
  expect(rows).toEqual([
    'name.type properties/name/type',
    'name.max-length properties/name/maxLength',
    'a.max-length properties/a/maxLength',
    'a.type properties/name/type',
    'a.max-length.2 properties/name/maxLength',
    'b.type properties/name/type',
    'b.max-length properties/name/maxLength',
  ])
})
