import type { Answer, Contract, Evidence, JsonSchemaObject, Operation, Rule } from '@assay/contract'

const evidence: readonly Evidence[] = [{ page: 'toll', at: 'operation' }]

const currencySchema: JsonSchemaObject = {
  type: 'object',
  required: ['iso'],
  properties: { iso: { type: 'string' }, network: { type: 'string' } },
}

const requestSchema: JsonSchemaObject = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string' },
    currency: currencySchema,
    pay: { type: 'string' },
    seconds: { type: 'integer' },
    note: { type: 'string', maxLength: 5 },
    store: { type: 'string' },
    reference: { type: 'string' },
  },
}

const error: JsonSchemaObject = {
  type: 'object',
  required: ['error', 'code'],
  properties: { error: { type: 'string' }, code: { type: 'integer' } },
}

const answers: readonly Answer[] = [
  {
    status: '2XX',
    description: 'The toll was created.',
    contentType: 'application/json',
    schema: {
      type: 'object',
      required: ['data'],
      properties: {
        data: {
          type: 'object',
          required: ['id', 'amount', 'currency', 'status', 'expires', 'link', 'kind'],
          properties: {
            id: { type: 'string' },
            amount: { type: 'string' },
            currency: currencySchema,
            status: { type: 'string' },
            expires: { type: 'integer' },
            link: { type: 'string' },
            kind: { type: 'string', enum: ['toll', 'tax'] },
            note: { type: 'string' },
            reference: { type: 'string' },
          },
        },
      },
    },
    examples: [
      {
        name: 'Toll',
        value: {
          data: {
            id: '019d511c-9fd2-7e71-b534-74e8abd855f1',
            amount: '100',
            currency: { iso: 'EUR' },
            status: 'created',
            expires: 1775542323,
            link: 'https://pay.example.com/toll/lLXLZ6Q8lCwFFRbyW0C1ET',
            kind: 'tax',
          },
        },
      },
    ],
  },
  errorAnswer('400', { Taken: 'The reference exists.' }),
  errorAnswer('403', {
    NoKey: 'No key',
    BadKey: 'Bad key',
    NoSignature: 'No signature',
    BadSignature: 'Bad signature',
    BadContent: 'Bad content',
    Disabled: 'Disabled',
  }),
  errorAnswer('422', {
    AmountMissing: 'The amount is mandatory.',
    TooManyDecimals: 'The amount for <currency> cannot have more than <decimal-places> decimal places.',
    TooLittle: 'The minimum amount is <amount> EUR.',
    TooMuch: 'The maximum amount is <amount> EUR.',
    TooShort: 'The lifespan must be at least <span> {minutes/days}.',
    TooLong: 'The lifespan must be at most <span> {minutes/days}.',
    NoRate: 'No rate between <currency.iso> and <pay>.',
    CurrencyDisabled: 'The currency is disabled.',
  }),
]

function errorAnswer(status: string, texts: { readonly [name: string]: string }): Answer {
  const examples = Object.entries(texts).map(([name, text]) => ({ name, value: { error: text, code: Number(status) } }))
  return { status, description: '', contentType: 'application/json', schema: error, examples }
}

const rules: readonly Rule[] = [
  request('auth.no-key', 'key', '', { faults: ['missing-key'] }, [403], 'NoKey'),
  request('auth.bad-key', 'key', '', { faults: ['unknown-key'] }, [403], 'BadKey'),
  request('auth.no-signature', 'signature', '', { faults: ['missing-signature'] }, [403], 'NoSignature'),
  request('auth.bad-signature', 'signature', '', { faults: ['wrong-secret', 'other-body'] }, [403], 'BadSignature'),
  request('body.json', 'well-formed-body', '', {}, [403], 'BadContent'),
  request('body.content-type', 'content-type', '', {}, [403], 'BadContent'),
  request('account.disabled', 'account-state', '', { state: 'client-disabled' }, [403], 'Disabled'),
  request('amount.missing', 'required', '/amount', {}, [422], 'AmountMissing'),
  request('amount.type', 'type', '/amount', { value: 'string' }, [422]),
  request('amount.decimals', 'decimal-places', '/amount', { per: '/currency/iso' }, [422], 'TooManyDecimals'),
  request('amount.minimum', 'amount-range', '/amount', { bound: 'minimum', per: '/currency/iso' }, [422], 'TooLittle'),
  request('amount.maximum', 'amount-range', '/amount', { bound: 'maximum', per: '/currency/iso' }, [422], 'TooMuch'),
  request('currency.iso.required', 'required', '/currency/iso', {}),
  request('currency.unknown', 'known-value', '/currency/iso', {}, [404]),
  request('currency.disabled', 'enabled-value', '/currency/iso', {}, [], 'CurrencyDisabled'),
  request('pay.rate', 'exchange-rate', '/pay', { from: '/currency/iso', to: '/pay' }, [422], 'NoRate'),
  request('life-time.short', 'lifetime-range', '/seconds', lifetime('minimum'), [422], 'TooShort'),
  request('life-time.long', 'lifetime-range', '/seconds', lifetime('maximum'), [422], 'TooLong'),
  request('note.too-long', 'maxLength', '/note', { value: 5 }),
  request('reference.taken', 'unique', '/reference', {}, [400], 'Taken'),
  answer('response.status', 'status', '', { codes: [201] }),
  answer('response.created', 'constant', '/data/status', { value: 'created' }),
  answer('response.id', 'unique-id', '/data/id', {}),
  answer('response.link', 'url', '/data/link', {}),
  answer('response.expires', 'instant', '/data/expires', {
    duration: { at: '/seconds', unit: 'seconds' },
    as: 'unix-seconds',
  }),
  answer('response.echo', 'echoes', '', {
    members: [
      { at: '/data/amount', from: '/amount', as: 'decimal' },
      { at: '/data/currency/iso', from: '/currency/iso' },
      { at: '/data/currency/network', from: '/currency/network' },
      { at: '/data/note', from: '/note' },
      { at: '/data/reference', from: '/reference' },
    ],
  }),
]

function lifetime(bound: string): Rule['parameters'] {
  return { bound, duration: { at: '/seconds', unit: 'seconds' } }
}

function request(
  id: string,
  kind: string,
  at: string,
  parameters: Rule['parameters'],
  status?: readonly number[],
  example?: string,
): Rule {
  const documented = status && { answer: { status, ...(example === undefined ? {} : { example }) } }
  return { ...ruleOf(id, kind, at, parameters), side: 'request', outcome: 'must-refuse', ...documented }
}

function answer(id: string, kind: string, at: string, parameters: Rule['parameters']): Rule {
  return { ...ruleOf(id, kind, at, parameters), side: 'answer', outcome: 'must-hold', responses: ['2XX'] }
}

function ruleOf(id: string, kind: string, at: string, parameters: Rule['parameters']): Omit<Rule, 'side' | 'outcome'> {
  return { id, kind, at, says: `The rule ${id}.`, strength: 'documented', evidence, parameters }
}

/** The one operation of {@link tollContract}. */
export const tollOperation: Operation = {
  id: 'createToll',
  method: 'POST',
  path: '/tolls',
  server: 'https://api.example.com/v1',
  signing: {
    headers: [
      { name: 'X-Key', template: '{key}' },
      { name: 'X-Signature', template: '{signature}' },
    ],
    signature: { algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['path-and-query', 'body'] },
  },
  parameters: [],
  request: { contentType: 'application/json', required: true, schema: requestSchema, examples: [] },
  answers,
  roles: [
    { role: 'amount', at: '/amount', currency: '/currency/iso' },
    { role: 'currency', at: '/currency/iso' },
    { role: 'reference', at: '/reference' },
  ],
  rules,
}

/** A contract of a provider that does not exist, with a rule of most kinds. */
export const tollContract: Contract = {
  version: 1,
  provider: 'toll',
  title: 'Toll',
  sha256: '',
  pages: [],
  operations: [tollOperation],
  account: {
    currencies: [
      { code: 'EUR', type: 'fiat', decimals: 2, page: true },
      { code: 'CHF', type: 'fiat', decimals: 2, page: false, disabled: true },
      { code: 'BTC', type: 'crypto', decimals: 8, networks: ['bitcoin'], page: true },
    ],
    amount: { currency: 'EUR', minimum: '5', maximum: '1000' },
    lifetime: { minimum: 300, maximum: 172_800 },
    withoutRate: [['EUR', 'CHF']],
    values: {},
    link: 'https://pay.example.com/toll/',
  },
  corrections: [],
  callbacks: [],
  contradictions: [],
}
