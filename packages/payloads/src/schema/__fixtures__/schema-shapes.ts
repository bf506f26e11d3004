import type { JsonSchema } from '@assay/contract'

const paymentCurrency: JsonSchema = {
  type: 'object',
  required: ['iso'],
  properties: {
    iso: { type: 'string', enum: ['EUR', 'USDC', 'BTC'] },
    network_name: { type: 'string', enum: ['ETH', 'TRX'] },
  },
}

/** A payment request as contracts hold it: pairs of amount and currency, one of two lifetimes, a nested sender. */
export const paymentRequest: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string' },
    currency: paymentCurrency,
    foreign_id: { type: 'string', minLength: 1, maxLength: 255 },
    title: { type: 'string', minLength: 1, maxLength: 255 },
    description: { type: 'string', minLength: 1, maxLength: 1000 },
    url_success: { type: 'string', format: 'uri', maxLength: 255, 'x-https-url': true },
    url_failed: { type: 'string', format: 'uri', maxLength: 255, 'x-https-url': true },
    email: { type: 'string', format: 'email', maxLength: 255 },
    life_time_duration: { type: 'integer', minimum: 3600, maximum: 360000 },
    life_time_date_time: { type: 'string', format: 'date-time' },
    sender: {
      type: 'object',
      required: ['country'],
      properties: {
        country: { type: 'string', pattern: '^[A-Z]{2}$' },
        tax_id: { type: ['string', 'null'], maxLength: 32 },
      },
    },
  },
  oneOf: [
    { required: ['life_time_duration'], properties: { life_time_date_time: false } },
    { required: ['life_time_date_time'], properties: { life_time_duration: false } },
  ],
  dependentRequired: { url_failed: ['url_success'] },
  allOf: [
    {
      oneOf: [
        {
          properties: {
            currency: { properties: { iso: { enum: ['EUR'] }, network_name: false } },
            amount: { 'x-decimal': { minimum: '100', maximum: '1000', places: 2 } },
          },
        },
        {
          properties: {
            currency: {
              properties: { iso: { enum: ['USDC'] }, network_name: { enum: ['ETH'] } },
              required: ['network_name'],
            },
            amount: { 'x-decimal': { minimum: '0.000001', maximum: '5', places: 6 } },
          },
        },
      ],
    },
  ],
}

/** Schemas of every keyword, by name. */
export const schemaShapes: Readonly<Record<string, JsonSchema>> = {
  'the schema true': true,
  null: { type: 'null' },
  boolean: { type: 'boolean' },
  'any string': { type: 'string' },
  'string or null': { type: ['string', 'null'], maxLength: 20 },
  'lengths in a range': { type: 'string', minLength: 2, maxLength: 255 },
  'one length': { type: 'string', minLength: 17, maxLength: 17 },
  'a simple pattern': { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' },
  'a pattern with a length': { type: 'string', pattern: '^[a-z]+$', minLength: 40, maxLength: 50 },
  'a pattern without anchors': { type: 'string', pattern: 'abc', maxLength: 30 },
  'two patterns': { type: 'string', allOf: [{ pattern: '^[a-z0-9]{4,8}$' }, { pattern: '[0-9]' }] },
  'a pattern and a format': { type: 'string', format: 'email', pattern: '@example\\.org$' },
  integer: { type: 'integer' },
  'integer range': { type: 'integer', minimum: 3600, maximum: 360000 },
  'exclusive limits': { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.5 },
  'narrow exclusive limits': { type: 'number', exclusiveMinimum: 1.25, exclusiveMaximum: 1.26 },
  cents: { type: 'number', minimum: 0.01, maximum: 99999.99, multipleOf: 0.01 },
  'two multiples': { type: 'integer', allOf: [{ multipleOf: 4 }, { multipleOf: 6 }], minimum: 1, maximum: 1000 },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  'enum of many types': { enum: [1, 'a', null, { b: [1] }, [2]] },
  const: { const: { a: 1 } },
  'enum with limits': { enum: ['a', 'bb', 'ccc', 4], type: 'string', minLength: 2 },
  'required and optional': {
    type: 'object',
    required: ['a'],
    properties: { a: { type: 'string' }, b: true, c: false },
  },
  'required without properties': { type: 'object', required: ['a', 'b'], additionalProperties: { type: 'integer' } },
  'a map': {
    type: 'object',
    additionalProperties: { type: 'string', maxLength: 8 },
    minProperties: 1,
    maxProperties: 5,
  },
  'a map with named keys': {
    type: 'object',
    propertyNames: { pattern: '^[a-z]{2,5}$' },
    additionalProperties: { type: 'number' },
  },
  'pattern properties': {
    type: 'object',
    patternProperties: { '^x-': { type: 'integer' }, '^[A-Z]+$': { type: 'string' } },
    additionalProperties: false,
    minProperties: 2,
  },
  'counted members': {
    type: 'object',
    properties: { a: { type: 'integer' }, b: { type: 'integer' }, c: { type: 'integer' }, d: { type: 'integer' } },
    additionalProperties: false,
    minProperties: 2,
    maxProperties: 3,
  },
  'dependent members': {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'integer' } },
    dependentRequired: { a: ['b'] },
    dependentSchemas: { c: { required: ['a'], properties: { c: { minimum: 5 } } } },
  },
  'layers that close each other': {
    allOf: [
      { type: 'object', properties: { a: { type: 'string' }, b: { type: 'string' } }, additionalProperties: false },
      { type: 'object', properties: { b: { minLength: 3 }, c: { type: 'string' } }, required: ['b'] },
    ],
  },
  'unevaluated members': {
    type: 'object',
    allOf: [{ properties: { a: { type: 'string' } } }],
    properties: { b: { type: 'integer' } },
    required: ['b'],
    unevaluatedProperties: false,
  },
  'a list': { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 5 },
  'a set': { type: 'array', items: { enum: ['a', 'b', 'c', 'd'] }, uniqueItems: true, minItems: 2 },
  'a set of objects': {
    type: 'array',
    items: { type: 'object', properties: { a: { type: 'boolean' } }, required: ['a'] },
    uniqueItems: true,
  },
  'a tuple': { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 1 },
  'a tuple with a tail': { type: 'array', prefixItems: [{ const: 'head' }], items: { type: 'integer' }, minItems: 3 },
  contains: {
    type: 'array',
    items: { type: 'integer' },
    contains: { minimum: 100 },
    minContains: 2,
    maxContains: 3,
    maxItems: 6,
  },
  'contains with nothing else': { type: 'array', contains: { const: 'x' }, minItems: 3 },
  'exactly one': {
    type: 'object',
    properties: { a: { type: 'string' }, b: { type: 'string' } },
    oneOf: [{ required: ['a'] }, { required: ['b'] }],
  },
  'exactly one of overlapping ranges': {
    type: 'integer',
    oneOf: [
      { minimum: 0, maximum: 10 },
      { minimum: 5, maximum: 20 },
    ],
  },
  'any of': {
    anyOf: [
      { type: 'string', maxLength: 3 },
      { type: 'integer', minimum: 7 },
    ],
  },
  'not an enum': { type: 'string', maxLength: 1, minLength: 1, not: { enum: ['a', 'b'] } },
  'not a range': { type: 'integer', minimum: 0, maximum: 100, not: { minimum: 10, maximum: 90 } },
  'not an object of a kind': {
    type: 'object',
    properties: { kind: { enum: ['x', 'y', 'z'] }, v: { type: 'integer' } },
    required: ['kind'],
    not: { properties: { kind: { const: 'x' } }, required: ['v'] },
  },
  'if then else': {
    type: 'object',
    properties: {
      type: { enum: ['natural', 'legal'] },
      legal_name: { type: 'string' },
      first_name: { type: 'string' },
    },
    required: ['type'],
    if: { properties: { type: { const: 'legal' } } },
    // biome-ignore lint/suspicious/noThenProperty: the keyword's name
    then: { required: ['legal_name'], properties: { first_name: false } },
    else: { required: ['first_name'], properties: { legal_name: false } },
  },
  'a decimal': { type: 'string', 'x-decimal': { minimum: '100', maximum: '1000', places: 2 } },
  'a negative decimal': { type: 'string', 'x-decimal': { minimum: '-5.5', exclusiveMaximum: '0', places: 8 } },
  'a decimal with a length': { type: 'string', maxLength: 6, 'x-decimal': { minimum: '0', places: 4 } },
  'an https URL': { type: 'string', format: 'uri', 'x-https-url': true, minLength: 60, maxLength: 255 },
  'a payment request': paymentRequest,
}
