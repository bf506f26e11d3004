import type { Answer, Callback, Contract, JsonSchema, JsonSchemaObject, Operation } from '@assay/contract'

const text: JsonSchemaObject = { type: 'string' }

const body: JsonSchema = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string', description: 'How much is asked for.', examples: ['100.50'] },
    currency: { type: 'string', enum: ['EUR', 'BTC'], default: 'EUR' },
    network: { type: ['string', 'null'] },
    duration: { type: ['integer', 'null'], minimum: 1 },
    instant: { type: ['integer', 'null'], minimum: 1 },
    sender_type: { type: 'string', enum: ['natural', 'legal'] },
    sender_data: {
      type: 'object',
      properties: { first_name: text, legal_name: text, nickname: text },
    },
    ref: { type: 'string', format: 'uuid', deprecated: true },
    card: text,
    pin: text,
  },
  oneOf: [
    { required: ['duration'], properties: { instant: false } },
    { required: ['instant'], properties: { duration: false } },
  ],
  anyOf: [
    { properties: { sender_type: false, sender_data: false } },
    {
      required: ['sender_type', 'sender_data'],
      properties: { sender_type: { const: 'natural' }, sender_data: { required: ['first_name'] } },
    },
    {
      required: ['sender_type', 'sender_data'],
      properties: { sender_type: { const: 'legal' }, sender_data: { required: ['legal_name'] } },
    },
  ],
  dependentRequired: { card: ['pin'], pin: ['card'] },
  if: { required: ['currency'], properties: { currency: { const: 'BTC' } } },
  // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema.
  then: { required: ['network'] },
  else: { properties: { network: false } },
}

const errorBody: JsonSchema = {
  type: 'object',
  required: ['error', 'code'],
  properties: { error: text, code: { type: 'integer' } },
}

function errorAnswer(status: string, examples: Readonly<Record<string, string>>): Answer {
  return {
    status,
    description: 'Refused.',
    contentType: 'application/json',
    schema: errorBody,
    examples: Object.entries(examples).map(([name, error]) => ({ name, value: { error, code: Number(status) } })),
  }
}

const createOrder: Operation = {
  id: 'post-orders',
  method: 'POST',
  path: '/orders',
  server: 'https://api.acme.example/v1',
  summary: 'Create an order',
  signing: {
    headers: [
      { name: 'X-Key', template: '{key}' },
      { name: 'X-Signature', template: '{signature}' },
    ],
    signature: { algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['body'] },
  },
  parameters: [],
  request: {
    contentType: 'application/json',
    required: true,
    schema: body,
    examples: [{ name: 'Fiat', value: { amount: '100.50', currency: 'EUR', duration: 3600 } }],
  },
  answers: [
    {
      status: '201',
      description: 'Created.',
      contentType: 'application/json',
      schema: {
        type: 'object',
        required: ['id', 'life_time'],
        properties: {
          id: text,
          life_time: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^\\d+$' }] },
          network: { type: ['string', 'null'] },
          tags: { type: 'array', items: text },
        },
      },
      examples: [],
    },
    errorAnswer('400', { 'Already exists': 'The order exists already.' }),
    errorAnswer('422', {
      AmountMinimum: 'The minimum amount is <amount> EUR.',
      AmountMissing: "The amount isn't there.",
    }),
  ],
  roles: [],
  rules: [],
}

const readOrder: Operation = {
  id: 'read_order',
  method: 'GET',
  path: '/orders/{id}',
  parameters: [
    { name: 'id', in: 'path', required: true, schema: text },
    { name: 'full', in: 'query', required: false, schema: { type: 'boolean' } },
  ],
  answers: [{ status: '2XX', description: 'The order.', examples: [] }],
  roles: [],
  rules: [],
}

const orderChanged: Callback = {
  name: 'orderChanged',
  operation: 'post-orders',
  summary: 'An order has changed',
  signing: {
    headers: [
      { name: 'X-Key', template: '{key}' },
      { name: 'X-Signature', template: '{signature}' },
    ],
    signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
  },
  contentType: 'application/json',
  schema: {
    type: 'object',
    required: ['id', 'status'],
    properties: {
      id: text,
      status: text,
      amount: { anyOf: [{ type: ['string', 'null'] }, { type: 'number' }], description: 'How much came.' },
      lines: {
        type: 'array',
        items: { type: 'object', properties: { 'a/b': { type: ['integer', 'string'] }, n: { type: 'integer' } } },
      },
    },
  },
  examples: [],
  status: { at: '/status', known: ['paid', 'failed'] },
  takes: [{ at: '/id', answer: '/id' }],
  statements: [
    {
      says: 'It is posted to the merchant.',
      target: '$',
      strength: 'inferred',
      evidence: [{ page: 'webhooks', at: '' }],
    },
  ],
  pages: [{ id: 'webhooks', title: 'Webhooks', url: 'https://acme.example/webhooks' }],
}

/** A contract of nobody, with every way of tying members together that types must show. */
export const acmeContract: Contract = {
  version: 1,
  provider: 'acme-pay',
  title: 'Acme Pay',
  sha256: '0'.repeat(64),
  pages: [],
  operations: [createOrder, readOrder],
  account: { currencies: [], values: {} },
  corrections: [],
  callbacks: [orderChanged],
  contradictions: [],
}
