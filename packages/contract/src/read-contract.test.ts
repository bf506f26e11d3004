import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { kinds } from './__fixtures__/kinds.ts'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import type { Contract } from './contract.ts'
import { readContract } from './read-contract.ts'

async function read(files: { readonly [path: string]: string }, path = ''): Promise<Contract> {
  return readContract(`${temporaryFolder(files)}${path}`, { kinds })
}

test('a provider folder becomes a contract', async () => {
  const { operations, sha256: _, provider: __, ...contract } = await read(acme)
  const [operation] = operations
  const { rules: ___, request, answers, ...rest } = operation ?? expect.fail('no operation')
  expect(contract).toMatchInlineSnapshot(`
    {
      "account": {
        "currencies": [
          {
            "code": "EUR",
            "decimals": 2,
            "page": true,
            "type": "fiat",
          },
        ],
        "values": {},
      },
      "callbacks": [],
      "contradictions": [
        {
          "at": "",
          "example": "/paths/~1payments/post/requestBody/content/application~1json/examples/Fiat/value",
          "keyword": "required",
          "says": "The example is refused: The value must have required property 'expires'.",
        },
      ],
      "corrections": [
        {
          "defect": "DEF-1",
          "evidence": [
            {
              "at": "note",
              "page": "create",
            },
          ],
          "says": "Both lifetimes are listed as required.",
          "strength": "documented",
          "target": "$.components.schemas.Payment.required",
        },
        {
          "defect": "DEF-1",
          "evidence": [
            {
              "at": "note",
              "page": "create",
            },
          ],
          "says": "Exactly one lifetime is sent.",
          "strength": "documented",
          "target": "$.components.schemas.Payment",
        },
        {
          "evidence": [
            {
              "at": "examples/Fiat",
              "page": "create",
            },
          ],
          "says": "Every example is a decimal.",
          "strength": "inferred",
          "target": "$.components.schemas.Payment.properties.amount",
        },
      ],
      "pages": [
        {
          "id": "create",
          "read": "2026-11-21",
          "title": "Create a payment",
        },
      ],
      "title": "Acme payments",
      "version": 1,
    }
  `)
  expect(rest).toMatchInlineSnapshot(`
    {
      "id": "createPayment",
      "method": "POST",
      "parameters": [
        {
          "in": "query",
          "name": "locale",
          "required": false,
          "schema": {
            "type": "string",
          },
        },
      ],
      "path": "/payments",
      "roles": [
        {
          "at": "/amount",
          "currency": "/currency/iso",
          "role": "amount",
        },
      ],
      "server": "https://pay.acme.example/v1",
      "signing": {
        "headers": [
          {
            "name": "X-Key",
            "template": "{key}",
          },
          {
            "name": "X-Signature",
            "template": "{signature}",
          },
        ],
        "signature": {
          "algorithm": "HMAC-SHA512",
          "encoding": "hex",
          "message": [
            "body",
          ],
        },
      },
      "summary": "Create a payment",
    }
  `)
  expect(request?.schema).toMatchInlineSnapshot(`
    {
      "oneOf": [
        {
          "properties": {
            "expires": false,
          },
          "required": [
            "lifetime",
          ],
        },
        {
          "properties": {
            "lifetime": false,
          },
          "required": [
            "expires",
          ],
        },
      ],
      "properties": {
        "amount": {
          "description": "How much.",
          "pattern": "^\\d+(\\.\\d+)?$",
          "type": "string",
        },
        "currency": {
          "properties": {
            "iso": {
              "examples": [
                "EUR",
              ],
              "type": "string",
            },
          },
          "required": [
            "iso",
          ],
          "type": "object",
        },
        "expires": {
          "type": "integer",
        },
        "lifetime": {
          "type": [
            "integer",
            "null",
          ],
        },
        "note": {
          "maxLength": 255,
          "type": "string",
        },
      },
      "required": [
        "amount",
        "currency",
      ],
      "type": "object",
    }
  `)
  expect(request?.examples).toMatchInlineSnapshot(`
    [
      {
        "name": "Fiat",
        "summary": "In euros",
        "value": {
          "amount": "10.50",
          "currency": {
            "iso": "EUR",
          },
          "lifetime": 60,
        },
      },
    ]
  `)
  expect(answers.map(({ status, examples }) => [status, ...examples.map(({ name }) => name)])).toEqual([
    ['200', 'Fiat'],
    ['422', 'TooManyDecimals'],
  ])
})

test('rules carry id, place, strength, outcome, evidence and parameters', async () => {
  const [operation] = (await read(acme)).operations
  const rows = operation?.rules.map(
    ({ id, kind, side, at, strength, outcome, evidence, parameters, answer, responses }) =>
      [
        id,
        `${side} ${kind} at "${at}"`,
        `${strength} ${outcome}`,
        evidence.map(({ page, at: place }) => `${page}#${place}`).join(' '),
        JSON.stringify(parameters),
        JSON.stringify(answer ?? responses ?? ''),
      ].join(' | '),
  )
  expect(rows).toMatchInlineSnapshot(`
    [
      "body.type | request type at "" | documented must-refuse | create#components/schemas/Payment/type | {"value":"object"} | """,
      "amount.type | request type at "/amount" | documented must-refuse | create#components/schemas/Payment/properties/amount/type | {"value":"string"} | """,
      "amount.pattern | request pattern at "/amount" | inferred unspecified | create#examples/Fiat | {"value":"^\\\\d+(\\\\.\\\\d+)?$"} | """,
      "currency.type | request type at "/currency" | documented must-refuse | create#components/schemas/Payment/properties/currency/type | {"value":"object"} | """,
      "currency.iso.required | request required at "/currency/iso" | documented must-refuse | create#components/schemas/Payment/properties/currency/required/0 | {} | """,
      "currency.iso.type | request type at "/currency/iso" | documented must-refuse | create#components/schemas/Payment/properties/currency/properties/iso/type | {"value":"string"} | """,
      "lifetime.type | request type at "/lifetime" | documented must-refuse | create#components/schemas/Payment/properties/lifetime/type | {"value":["integer","null"]} | """,
      "expires.type | request type at "/expires" | documented must-refuse | create#components/schemas/Payment/properties/expires/type | {"value":"integer"} | """,
      "note.type | request type at "/note" | documented must-refuse | create#components/schemas/Payment/properties/note/type | {"value":"string"} | """,
      "amount.required | request required at "/amount" | documented must-refuse | create#note | {} | """,
      "currency.required | request required at "/currency" | documented must-refuse | create#note | {} | """,
      "lifetime.exactly-one | request exactly-one-of at "" | documented must-refuse | create#note | {"members":["lifetime","expires"]} | """,
      "amount.too-many-decimals | request decimal-places at "/amount" | documented must-refuse | create#responses/422/examples/TooManyDecimals | {"per":"/currency/iso"} | {"status":[422],"example":"TooManyDecimals"}",
      "note.too-long | request maxLength at "/note" | documented must-refuse | create#note | {"value":255} | {"status":[422,400]}",
      "answer.amount | answer echoes at "/amount" | inferred must-hold |  | {"from":"/amount"} | ["200"]",
    ]
  `)
})

test('a file alone is read without an overlay, with the key its security asks for', async () => {
  const contract = await read({ 'shop.yaml': acme['openapi.yaml'] }, '/shop.yaml')
  const [operation] = contract.operations
  expect(contract.provider).toBe('shop')
  expect(contract.pages).toEqual([{ id: 'openapi', title: 'Acme payments' }])
  expect(operation?.signing).toEqual({ headers: [{ name: 'X-Key', template: '{key}' }] })
  expect(operation?.parameters.map(({ name }) => name)).toEqual(['X-Signature', 'locale'])
  expect(operation?.rules.slice(0, 2).map(({ id, parameters }) => [id, parameters])).toEqual([
    ['key.missing', { faults: ['missing-key'] }],
    ['key.unknown', { faults: ['unknown-key'] }],
  ])
})

test('examples that the uncorrected document contradicts are listed, one entry for each thing refused', async () => {
  const { contradictions } = await read(acme)
  expect(contradictions).toMatchInlineSnapshot(`
    [
      {
        "at": "",
        "example": "/paths/~1payments/post/requestBody/content/application~1json/examples/Fiat/value",
        "keyword": "required",
        "says": "The example is refused: The value must have required property 'expires'.",
      },
    ]
  `)
})

test('an example that contradicts the corrected document is refused by name and reason', async () => {
  const overlay = acme['overlay.yaml'].replace(/pattern: .*(?= \})/, () => "pattern: '^[A-Z]+$'")
  await expect(read({ ...acme, 'overlay.yaml': overlay })).rejects.toThrow(
    /openapi\.yaml:23:\d+: The corrected contract contradicts its example at .*Fiat\/value\. .*\/amount must match pattern/,
  )
})

test('a contract is frozen to its depth', async () => {
  const contract = await read(acme)
  expect(Object.isFrozen(contract.operations[0]?.rules[0]?.parameters)).toBe(true)
  expect(() => Object.assign(contract.operations[0]?.answers ?? [], { 0: undefined })).toThrow(TypeError)
})

test('the same documents give the same contract', async () => {
  const [one, other] = [await read(acme, ''), await read(acme, '')]
  expect({ ...one, provider: '', sha256: '' }).toEqual({ ...other, provider: '', sha256: '' })
})

const operation = (members: string) => `openapi: 3.1.0
info: { title: T, version: '1' }
${members}
paths:
  /a:
    post:
      responses: { '200': { description: OK } }
`

test.each([
  ['the document', 'servers: [{ url: https://a.example/x/ }]', 'https://a.example/x'],
  ['none, where it is relative', 'servers: [{ url: /v1 }]', undefined],
  ['none, where there is none', 'servers: []', undefined],
  ['a variable', "servers: [{ url: 'https://{h}.example', variables: { h: { default: b } } }]", 'https://b.example'],
])('the server is that of %s', async (_, servers, expected) => {
  const contract = await read({ 'a.yaml': operation(servers) }, '/a.yaml')
  expect(contract.operations[0]?.server).toBe(expected)
  expect(contract.operations[0]?.id).toBe('post-a')
})

test('rules of several operations are told apart by the operation', async () => {
  const body = (id: string) => `    post:
      operationId: ${id}
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '200': { description: OK } }
`
  const text = `openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n${body('one')}  /b:\n${body('two')}`
  const { operations } = await read({ 'a.yaml': text }, '/a.yaml')
  expect(operations.map(({ rules }) => rules.map(({ id }) => id))).toEqual([['one.body.type'], ['two.body.type']])
})
