import type { JsonSchemaObject } from '@assay/contract'

/** The request body of a made-up provider. */
export const acmeBody: JsonSchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['amount', 'currency'],
  oneOf: [
    { required: ['seconds'], properties: { until: false } },
    { required: ['until'], properties: { seconds: false } },
  ],
  properties: {
    amount: { type: 'string', pattern: '^\\d+(\\.\\d+)?$' },
    currency: {
      type: 'object',
      required: ['code'],
      properties: { code: { type: 'string' }, network: { type: 'string' } },
    },
    pay: {
      type: 'object',
      minProperties: 1,
      properties: { code: { type: 'string', minLength: 1 }, network: { type: 'string', minLength: 1 } },
      required: ['code'],
    },
    seconds: { type: 'integer' },
    until: { type: 'integer' },
    kind: { type: 'string', enum: ['natural', 'legal'] },
    person: {
      type: 'object',
      properties: { first: { type: 'string' }, last: { type: 'string' }, company: { type: 'string' } },
    },
    email: { type: 'string', format: 'email' },
    note: { type: 'string', minLength: 1, maxLength: 255 },
    reference: { type: 'string', minLength: 1, maxLength: 64 },
    store: { type: 'string', format: 'uri', maxLength: 255 },
    back: { type: 'string' },
    wallet: { type: 'string', format: 'uuid' },
    locale: { type: 'string', pattern: '^(en|fr)(-[A-Z]{2})?$', examples: ['en', 'fr-FR'] },
    version: { type: 'integer', const: 2 },
    count: { type: 'integer', minimum: 0, maximum: 10 },
    rate: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 5, minimum: 1, maximum: 4, multipleOf: 0.5 },
    tags: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true },
    extra: {
      type: 'object',
      maxProperties: 2,
      properties: { one: { type: 'string' }, two: { type: 'string' }, three: { type: 'string' } },
    },
    fiatAmount: { type: 'string' },
    fiatCurrency: { type: 'string' },
    coinCurrency: { type: 'string' },
    test: { type: 'boolean' },
    phone: { type: 'string' },
    mail: { type: 'string' },
  },
  dependentRequired: { locale: ['kind'] },
}
