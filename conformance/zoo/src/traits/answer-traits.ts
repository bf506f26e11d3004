import { isFields } from '../fields.ts'
import type { Answer, Call, Heard } from '../provider.ts'

type Members = { [member: string]: unknown }

/** A success, with the object that carries the payment. */
interface Success {
  readonly answer: Answer
  readonly data: Members
  readonly call: Call
}

/** A refusal, with its body. */
interface Refusal {
  readonly answer: Answer
  readonly body: Members
  readonly heard: Heard
  readonly call: Call
}

const echoed = [
  ...[
    'end_user_email',
    'end_user_reference',
    'description',
    'foreign_id',
    'url_store',
    'url_success',
    'url_failed',
    'title',
  ],
  ...['clientPaymentId', 'redirectUrl'],
]
const amounts = ['amount', 'expectedDisplayAmount', 'expectedDepositAmount']
const links = ['payment_link', 'payment_url', 'url']
const ids = ['id', 'payment_id', 'paymentId']

/** Rewrites the members that are there. */
function each(data: Members, names: readonly string[], rewrite: (value: unknown) => unknown): void {
  for (const name of names) if (data[name] !== undefined && data[name] !== null) data[name] = rewrite(data[name])
}
function remove(data: Members, names: readonly string[]): void {
  for (const name of names) delete data[name]
}
const text = (rewrite: (value: string) => string) => (value: unknown) =>
  typeof value === 'string' ? rewrite(value) : value
const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const padded = (value: string) => (value.includes('.') ? `${value}0000` : `${value}.00000000`)

/** What can be odd about a success, by trait. */
export const successTraits: { readonly [trait: string]: (success: Success) => void } = {
  'amount-padded': ({ data }) => each(data, amounts, text(padded)),
  'amount-through-float': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => String((Number(value) * 1.1) / 1.1 + 1e-9)),
    ),
  'amount-two-decimals': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => Number(value).toFixed(2)),
    ),
  'amount-whole': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => value.replace(/\..*/, '')),
    ),
  'amount-with-comma': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => value.replace('.', ',')),
    ),
  'amount-in-cents': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => String(Math.round(Number(value) * 100))),
    ),
  'amount-exponent': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => Number(value).toExponential()),
    ),
  'amount-number': ({ data }) => each(data, amounts, Number),
  'amount-text': ({ data }) => each(data, amounts, String),
  'amount-less-a-fee': ({ data }) => each(data, amounts, (value) => Number(value) * 0.99),
  'other-currency': ({ data }) =>
    each(data, ['currency'], (value) => (isFields(value) ? { ...value, iso: 'USD' } : 'USD')),
  'fiat-null-network': ({ data }) => {
    if (isFields(data.currency)) data.currency = { network_name: null, ...data.currency }
  },
  'fiat-network': ({ data }) => {
    if (isFields(data.currency)) data.currency = { network_name: 'ethereum', ...data.currency }
  },
  'echo-none': ({ data }) => remove(data, echoed.slice(0, 7)),
  'echo-reference-wrong': ({ data }) => each(data, ['foreign_id', 'clientPaymentId'], (value) => `${value}x`),
  'echo-escaped': ({ data }) => each(data, echoed, text(escaped)),
  'echo-trimmed': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.trim()),
    ),
  'echo-ascii': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.replace(/[^\p{ASCII}]/gu, '?')),
    ),
  'echo-latin': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => Buffer.from(value).toString('latin1')),
    ),
  'echo-composed': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.normalize('NFC')),
    ),
  'echo-lower-case': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.toLowerCase()),
    ),
  'echo-cut': ({ data }) =>
    each(
      data,
      echoed,
      text((value) => value.slice(0, 20)),
    ),
  'echo-null': ({ data }) => each(data, ['foreign_id'], () => null),
  'life-time-text': ({ data }) => each(data, ['life_time'], String),
  'life-time-milliseconds': ({ data }) => each(data, ['life_time'], (value) => Number(value) * 1000),
  'life-time-hour-off': ({ data }) => each(data, ['life_time'], (value) => Number(value) + 3600),
  'life-time-left': ({ data, call }) => each(data, ['life_time'], (value) => Number(value) - call.now),
  'status-paid': ({ data }) => each(data, ['status'], () => 'paid'),
  'status-completed': ({ data }) => each(data, ['status'], () => 'completed'),
  'status-deposited': ({ data }) => each(data, ['status'], () => 'DEPOSITED'),
  'status-new': ({ data }) => each(data, ['status'], () => 'new'),
  'status-upper-case': ({ data }) => each(data, ['status'], (value) => String(value).toUpperCase()),
  'id-repeated': ({ data }) =>
    each(data, ids, (id) => (typeof id === 'number' ? 7 : '00000000-0000-4000-8000-000000000007')),
  'id-text': ({ data }) => each(data, ids, String),
  'id-missing': ({ data }) => remove(data, ids),
  'id-short': ({ data }) => each(data, ids, (id) => String(id).slice(0, 8)),
  'link-plain': ({ data }) =>
    each(
      data,
      links,
      text((value) => value.replace('https:', 'http:')),
    ),
  'link-relative': ({ data }) =>
    each(
      data,
      links,
      text((value) => new URL(value).pathname),
    ),
  'link-missing': ({ data }) => remove(data, links),
  'expiry-seconds': ({ data }) => each(data, ['expiry_time'], (value) => Math.floor(Date.parse(String(value)) / 1000)),
  'expiry-words': ({ data }) => each(data, ['expiry_time'], () => 'in one hour'),
  'address-missing': ({ data }) => delete data.address,
  'initiated-milliseconds': ({ data }) => each(data, ['paymentInitiatedAt'], (value) => Number(value) * 1000),
  'zero-numbers': ({ data }) => each(data, ['actualDisplayAmount', 'actualUniformAmount'], Number),
  'expiration-echo-wrong': ({ data }) => each(data, ['expirationMinutes'], (value) => Number(value) + 1),
  'initiated-missing': ({ data }) => delete data.paymentInitiatedAt,
  'fixed-at-zero': ({ data }) => {
    if (data.fixed_at === null) data.fixed_at = 0
  },
  'extra-members': ({ answer, data, call }) => {
    Object.assign(data, { created_at: call.now, fee: '0.00' })
    Object.assign(answer.body as Members, { meta: { version: 1 } })
  },
  'data-unwrapped': ({ answer, data }) => {
    answer.body = data
  },
  reordered: ({ answer, data }) => {
    answer.body = isFields(answer.body) && reversed(answer.body, data)
  },
  'created-201': ({ answer }) => {
    answer.status = 201
  },
  'created-200': ({ answer }) => {
    answer.status = 200
  },
  'created-202': ({ answer }) => {
    answer.status = 202
  },
}

function reversed(body: { readonly [member: string]: unknown }, data: Members): Members {
  const turned = Object.entries(body).map(([name, value]) => [name, value === data ? reversed(data, {}) : value])
  return Object.fromEntries(turned.reverse())
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

/** Makes an answer as odd as the traits say. */
export function withAnswerTraits(answer: Answer, heard: Heard, call: Call): Answer {
  const body = answer.body
  if (!isFields(body)) return answer
  const copy: Members = structuredClone(body) as Members
  const odd: Answer = { status: answer.status, body: copy }
  const data = [copy.data, copy.paymentInfo].find(isFields) ?? copy
  const traits = answer.status < 300 ? successTraits : refusalTraits
  for (const trait of Object.keys(traits).filter(call.has)) {
    if (answer.status < 300) successTraits[trait]?.({ answer: odd, data: data as Members, call })
    else refusalTraits[trait]?.({ answer: odd, body: copy, heard, call })
  }
  return odd
}
