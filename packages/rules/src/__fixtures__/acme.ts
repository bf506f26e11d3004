import type { Answer, Operation } from '@assay/contract'
import { acmeAnswerRules } from './acme-answer-rules.ts'
import { acmeBody } from './acme-body.ts'
import { acmeRequestRules } from './acme-request-rules.ts'

const error: Answer = {
  status: '422',
  description: 'Refused',
  contentType: 'application/json',
  schema: { type: 'object', required: ['error'], properties: { error: { type: 'string' }, code: { type: 'integer' } } },
  examples: [
    { name: 'TooLittle', value: { error: 'The minimum amount is <amount> EUR.', code: 422 } },
    { name: 'TooShort', value: { error: 'At least <span> {minutes/days}.', code: 422 } },
    {
      name: 'Decimals',
      value: { error: 'The amount for <currency> cannot have more than <decimal-places> decimal places.', code: 422 },
    },
  ],
}

const success: Answer = {
  status: '200',
  description: 'Created',
  contentType: 'application/json',
  schema: {
    type: 'object',
    required: ['data'],
    properties: {
      data: {
        type: 'object',
        required: ['id', 'amount', 'status', 'expires', 'link'],
        properties: {
          id: { type: 'string' },
          amount: { type: 'string' },
          status: { type: 'string' },
          expires: { anyOf: [{ type: 'integer' }, { type: 'string', pattern: '^\\d+$' }] },
          link: { type: 'string' },
        },
      },
    },
  },
  examples: [],
}

/** An operation of a made-up provider that has at least one rule of every kind. */
export const acme: Operation = {
  id: 'createPayment',
  method: 'POST',
  path: '/payments',
  signing: {
    headers: [{ name: 'Authorization', template: 'ACME key={key},signature={signature},timestamp={timestamp}' }],
    signature: {
      algorithm: 'HMAC-SHA256',
      encoding: 'hex',
      message: ['path-and-query', 'timestamp', 'body'],
      timestamp: 'milliseconds',
    },
  },
  parameters: [],
  request: { contentType: 'application/json', required: true, schema: acmeBody, examples: [] },
  answers: [success, error],
  roles: [
    { role: 'amount', at: '/amount', currency: '/currency/code' },
    { role: 'currency', at: '/currency/code' },
    { role: 'network', at: '/currency/network', currency: '/currency/code' },
    { role: 'currency', at: '/pay/code' },
    { role: 'network', at: '/pay/network', currency: '/pay/code' },
    { role: 'duration', at: '/seconds', unit: 'seconds' },
    { role: 'instant', at: '/until', unit: 'seconds' },
    { role: 'reference', at: '/reference' },
    { role: 'account', at: '/wallet' },
  ],
  rules: [...acmeRequestRules, ...acmeAnswerRules],
}
