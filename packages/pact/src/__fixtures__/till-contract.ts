import type { Contract, JsonSchemaObject, Rule } from '@assay/contract'

const evidence = [{ page: 'create', at: 'the table of fields' }]

function refusing(
  id: string,
  kind: string,
  at: string,
  status: number,
  example: string,
  more: Partial<Rule> = {},
): Rule {
  return {
    ...{ id, kind, at, evidence, side: 'request', strength: 'documented', outcome: 'must-refuse', parameters: {} },
    says: `The rule ${id} holds.`,
    answer: { status: [status], example },
    ...more,
  }
}

function holding(id: string, kind: string, at: string, parameters: Rule['parameters'] = {}): Rule {
  return {
    ...{ id, kind, at, evidence, parameters, side: 'answer', strength: 'documented', outcome: 'must-hold' },
    says: `The rule ${id} holds.`,
  }
}

const error: JsonSchemaObject = {
  type: 'object',
  required: ['error', 'code'],
  properties: { error: { type: 'string' }, code: { type: ['integer', 'string'] } },
}

const failed = (name: string, text: string, code: number | string) => ({ name, value: { error: text, code } })

/** A provider small enough to read at a glance, with every sort of provider state. */
export const tillContract: Contract = {
  version: 1,
  provider: 'till',
  title: 'Till',
  sha256: '0'.repeat(64),
  pages: [{ id: 'create', title: 'Create a payment' }],
  corrections: [],
  callbacks: [],
  contradictions: [],
  account: {
    currencies: [
      { code: 'EUR', type: 'fiat', decimals: 2, page: true },
      { code: 'OLD', type: 'fiat', decimals: 2, page: true, disabled: true },
    ],
    values: { '/shop': ['shop-1'] },
  },
  operations: [
    {
      id: 'createPayment',
      method: 'POST',
      path: '/payments',
      server: 'https://till.example/v1',
      summary: 'Create a payment',
      signing: {
        headers: [
          { name: 'X-Key', template: '{key}' },
          { name: 'X-Signature', template: '{signature}' },
        ],
        signature: { algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['body'] },
      },
      parameters: [],
      roles: [
        { role: 'amount', at: '/amount', currency: '/currency' },
        { role: 'currency', at: '/currency' },
        { role: 'reference', at: '/reference' },
        { role: 'instant', at: '/until', unit: 'seconds' },
        { role: 'account', at: '/shop' },
      ],
      request: {
        contentType: 'application/json',
        required: true,
        examples: [],
        schema: {
          type: 'object',
          required: ['amount', 'currency'],
          properties: {
            amount: { type: 'string', pattern: '^[0-9]+(\\.[0-9]{1,2})?$' },
            currency: { type: 'string' },
            kind: { type: 'string', enum: ['once', 'often'] },
            note: { type: 'string', maxLength: 80 },
            reference: { type: 'string', maxLength: 40 },
            until: { type: 'integer' },
            shop: { type: 'string' },
          },
        },
      },
      answers: [
        {
          status: '201',
          description: 'Created',
          contentType: 'application/json',
          schema: {
            type: 'object',
            required: ['id', 'amount', 'state', 'kind', 'paidAt'],
            properties: {
              id: { type: 'string' },
              amount: { type: 'string' },
              state: { type: 'string' },
              kind: { type: 'string', enum: ['once', 'often'] },
              paidAt: { type: ['integer', 'null'] },
              note: { type: 'string' },
            },
          },
          examples: [{ name: 'New', value: { id: 'p-1', amount: '1.00', state: 'new', kind: 'once', paidAt: null } }],
        },
        {
          status: '403',
          description: 'Refused',
          contentType: 'application/json',
          schema: error,
          examples: [
            failed('BadSignature', 'The signature is wrong.', 'bad_signature'),
            failed('Closed', 'Closed.', 403),
          ],
        },
        {
          status: '422',
          description: 'Invalid',
          contentType: 'application/json',
          schema: error,
          examples: [
            failed('AmountMissing', 'The amount is missing.', 422),
            failed('CurrencyOff', 'The currency is off.', 422),
            failed('NoteTooLong', 'A note has at most <limit> characters.', 422),
            failed('ReferenceTaken', 'The reference is taken.', 422),
          ],
        },
      ],
      rules: [
        refusing('auth.signature', 'signature', '', 403, 'BadSignature', { parameters: { faults: ['wrong-secret'] } }),
        refusing('account.closed', 'account-state', '', 403, 'Closed', { parameters: { state: 'closed' } }),
        refusing('amount.missing', 'required', '/amount', 422, 'AmountMissing'),
        refusing('currency.off', 'enabled-value', '/currency', 422, 'CurrencyOff'),
        refusing('note.too-long', 'maxLength', '/note', 422, 'NoteTooLong', { parameters: { value: 80 } }),
        refusing('reference.taken', 'unique', '/reference', 422, 'ReferenceTaken'),
        holding('response.status', 'status', '', { codes: [201] }),
        holding('response.shape', 'documented-shape', ''),
        holding('response.state', 'constant', '/state', { value: 'new' }),
        holding('response.id', 'unique-id', '/id'),
        holding('response.amount', 'echoes', '', { members: [{ at: '/amount', from: '/amount', as: 'decimal' }] }),
      ],
    },
  ],
}
