import type { AccountProfile, Contract, JsonSchemaObject, Rule } from '@assay/contract'
import { smallContract } from './small-contract.ts'

/** Amounts, decimals and lifetimes of an account that are in no document. */
export const mockLimits: AccountProfile = {
  currencies: [
    { code: 'EUR', type: 'fiat', decimals: 2, page: true },
    { code: 'USDC', type: 'crypto', decimals: 6, page: true },
  ],
  amount: { currency: 'EUR', minimum: '5', maximum: '30000' },
  lifetime: { minimum: 300, maximum: 2_592_000 },
  values: {},
}

function limit(id: string, kind: string, at: string, example: string, parameters: Rule['parameters']): Rule {
  return {
    id,
    kind,
    side: 'request',
    at,
    says: `The rule ${id} holds.`,
    strength: 'documented',
    outcome: 'must-refuse',
    evidence: [{ page: 'create', at: 'the table of errors' }],
    answer: { status: [422], example },
    parameters,
  }
}

/** A decimal without a sign. */
const PLAIN = '^[0-9]+(\\.[0-9]+)?$'

const schema: JsonSchemaObject = {
  type: 'object',
  required: ['amount', 'currency'],
  properties: {
    amount: { type: 'string', pattern: PLAIN },
    currency: { type: 'string', enum: ['EUR', 'USDC'] },
    expires_in: { type: 'integer' },
    expires_at: { type: 'integer' },
    reference: { type: 'string', minLength: 1, maxLength: 64 },
  },
}

const field = {
  duration: { at: '/expires_in', unit: 'seconds' },
  instant: { at: '/expires_at', unit: 'seconds' },
} as const

/** The small contract with limits of which only the error texts tell the numbers. */
export const limitedContract: Contract = {
  ...smallContract,
  account: mockLimits,
  operations: smallContract.operations.map((operation) => ({
    ...operation,
    roles: [
      { role: 'amount', at: '/amount', currency: '/currency' },
      { role: 'currency', at: '/currency' },
      { role: 'duration', at: '/expires_in', unit: 'seconds' },
      { role: 'instant', at: '/expires_at', unit: 'seconds' },
      { role: 'reference', at: '/reference' },
    ],
    request: { contentType: 'application/json', required: true, examples: [], schema },
    answers: operation.answers.map((answer) =>
      answer.status === '422'
        ? {
            ...answer,
            examples: [
              { name: 'NotPlain', value: { error: 'The amount is no decimal.' } },
              { name: 'TooLittle', value: { error: 'The minimum amount is <amount> EUR.' } },
              { name: 'TooMuch', value: { error: 'The maximum amount is <amount> EUR.' } },
              { name: 'TooFine', value: { error: 'At most <decimal-places> places for <currency>.' } },
              { name: 'TooShort', value: { error: 'At least <span> {minutes/days}.' } },
              { name: 'TooLong', value: { error: 'At most <span> {minutes/days}.' } },
            ],
          }
        : answer,
    ),
    rules: [
      limit('amount.pattern', 'pattern', '/amount', 'NotPlain', { value: PLAIN }),
      limit('amount.minimum', 'amount-range', '/amount', 'TooLittle', { bound: 'minimum', per: '/currency' }),
      limit('amount.maximum', 'amount-range', '/amount', 'TooMuch', { bound: 'maximum', per: '/currency' }),
      limit('amount.places', 'decimal-places', '/amount', 'TooFine', { per: '/currency' }),
      limit('lifetime.minimum', 'lifetime-range', '', 'TooShort', { bound: 'minimum', ...field }),
      limit('lifetime.maximum', 'lifetime-range', '', 'TooLong', { bound: 'maximum', ...field }),
      ...operation.rules.filter(({ side, id }) => side === 'answer' && id !== 'answer.note'),
    ],
  })),
}
