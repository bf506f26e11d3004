import { isFields } from '../fields.ts'
import { each, type Members, remove, type SuccessTraits, text } from './success.ts'

const links = ['payment_link', 'payment_url', 'url']
const ids = ['id', 'payment_id', 'paymentId']

/** What can be odd about the other members of a success, and about its form. */
export const memberTraits: SuccessTraits = {
  'other-currency': ({ data }) =>
    each(data, ['currency'], (value) => (isFields(value) ? { ...value, iso: 'USD' } : 'USD')),
  'fiat-null-network': ({ data }) => {
    if (isFields(data.currency)) data.currency = { network_name: null, ...data.currency }
  },
  'fiat-network': ({ data }) => {
    if (isFields(data.currency)) data.currency = { network_name: 'ethereum', ...data.currency }
  },
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
