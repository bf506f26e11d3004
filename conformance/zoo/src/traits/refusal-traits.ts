import type { Answer, Call, Heard } from '../provider.ts'
import type { Members } from './success.ts'

/** A refusal, with its body. */
export interface Refusal {
  readonly answer: Answer
  readonly body: Members
  readonly heard: Heard
  readonly call: Call
}

/** What can be odd about a refusal, by trait. */
export const refusalTraits: { readonly [trait: string]: (refusal: Refusal) => void } = {
  'error-code-text': ({ body }) => {
    if (typeof body.code === 'number') body.code = String(body.code)
  },
  'error-without-code': ({ body }) => delete body.code,
  'error-code-other': ({ body }) => {
    if (typeof body.code === 'number') body.code = 1000
  },
  'error-as-list': ({ answer, body }) => {
    answer.body = { errors: [body] }
  },
  'error-200': ({ answer }) => {
    answer.status = 200
  },
  'error-400-always': ({ answer }) => {
    answer.status = 400
  },
  'error-500-always': ({ answer }) => {
    if (answer.status === 422) answer.status = 500
  },
  'error-extra-members': ({ body, call }) => Object.assign(body, { trace_id: call.id, details: [] }),
  'error-with-secret': ({ body, call }) => {
    body.debug = `hmac(${call.credentials.secret})`
  },
  'error-with-signature': ({ body, heard }) => {
    body.debug = heard.headers['x-processing-signature']
  },
  'error-with-stack': ({ body }) => {
    body.trace =
      'TypeError: amount is undefined\n    at check (/srv/app/payments.js:10:5)\n    at run (/srv/app/server.js:4:1)'
  },
}
