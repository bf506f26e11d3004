import type { Contract, Rule } from '@assay/contract'

const evidence = [{ page: 'create', at: 'the table of fields' }]

function request(id: string, kind: string, at: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    kind,
    side: 'request',
    at,
    says: `The rule ${id} holds.`,
    strength: 'documented',
    outcome: 'must-refuse',
    evidence,
    answer: { status: [422] },
    parameters: {},
    ...more,
  }
}

function answer(
  id: string,
  kind: string,
  at: string,
  parameters: Rule['parameters'],
  responses?: readonly string[],
): Rule {
  return {
    id,
    kind,
    side: 'answer',
    at,
    says: `The rule ${id} holds.`,
    strength: 'documented',
    outcome: 'must-hold',
    evidence,
    parameters,
    ...(responses === undefined ? {} : { responses }),
  }
}

/** A provider small enough to read at a glance: an amount, a note and a reference, signed. */
export const smallContract: Contract = {
  version: 1,
  provider: 'small-till',
  title: 'Small Till',
  sha256: '0'.repeat(64),
  pages: [{ id: 'create', title: 'Create a payment' }],
  corrections: [],
  callbacks: [],
  contradictions: [],
  account: {
    currencies: [{ code: 'EUR', type: 'fiat', decimals: 2, page: true }],
    values: {},
  },
  operations: [
    {
      id: 'createPayment',
      method: 'POST',
      path: '/payments',
      signing: {
        headers: [
          { name: 'X-Key', template: '{key}' },
          { name: 'X-Signature', template: '{signature}' },
        ],
        signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
      },
      parameters: [],
      roles: [
        { role: 'amount', at: '/amount' },
        { role: 'reference', at: '/reference' },
      ],
      request: {
        contentType: 'application/json',
        required: true,
        examples: [],
        schema: {
          type: 'object',
          required: ['amount'],
          properties: {
            amount: { type: 'string', pattern: '^[0-9]+(\\.[0-9]{1,2})?$' },
            note: { type: 'string', maxLength: 20 },
            reference: { type: 'string', minLength: 1, maxLength: 64 },
          },
        },
      },
      answers: [
        {
          status: '200',
          description: 'Created',
          contentType: 'application/json',
          examples: [],
          schema: {
            type: 'object',
            required: ['id', 'amount', 'status'],
            properties: {
              id: { type: 'string' },
              amount: { type: 'string' },
              status: { type: 'string' },
              note: { type: 'string' },
            },
          },
        },
        {
          status: '422',
          description: 'Refused',
          contentType: 'application/json',
          schema: { type: 'object', required: ['error'], properties: { error: { type: 'string' } } },
          examples: [
            { name: 'AmountMissing', value: { error: 'The amount is missing.' } },
            { name: 'NoteTooLong', value: { error: 'The note has more than <limit> characters.' } },
          ],
        },
        {
          status: '403',
          description: 'Forbidden',
          contentType: 'application/json',
          schema: { type: 'object', properties: { error: { type: 'string' } } },
          examples: [{ name: 'BadSignature', value: { error: 'Bad signature' } }],
        },
      ],
      rules: [
        request('auth.signature', 'signature', '', {
          answer: { status: [403], example: 'BadSignature' },
          parameters: { faults: ['missing-signature', 'wrong-secret', 'last-digit', 'other-body'] },
        }),
        request('auth.key', 'key', '', {
          answer: { status: [403] },
          parameters: { faults: ['missing-key', 'unknown-key'] },
        }),
        request('body.type', 'type', '', { parameters: { value: 'object' } }),
        request('amount.required', 'required', '/amount', { answer: { status: [422], example: 'AmountMissing' } }),
        request('amount.type', 'type', '/amount', { parameters: { value: 'string' } }),
        request('amount.pattern', 'pattern', '/amount', { parameters: { value: '^[0-9]+(\\.[0-9]{1,2})?$' } }),
        request('note.type', 'type', '/note', { parameters: { value: 'string' } }),
        request('note.max-length', 'maxLength', '/note', {
          answer: { status: [422], example: 'NoteTooLong' },
          parameters: { value: 20 },
        }),
        request('reference.type', 'type', '/reference', { parameters: { value: 'string' } }),
        request('reference.min-length', 'minLength', '/reference', { parameters: { value: 1 } }),
        request('reference.max-length', 'maxLength', '/reference', { parameters: { value: 64 } }),
        request('reference.unique', 'unique', '/reference', { answer: { status: [422] } }),
        answer('answer.status', 'status', '', { codes: [200] }),
        answer('answer.shape', 'documented-shape', '', {}),
        answer('answer.error-shape', 'documented-shape', '', {}, ['422']),
        answer('answer.amount', 'echoes', '/amount', { from: '/amount', as: 'decimal' }),
        answer('answer.note', 'echoes', '/note', { from: '/note' }),
        answer('answer.id', 'unique-id', '/id', {}),
      ],
    },
  ],
}
