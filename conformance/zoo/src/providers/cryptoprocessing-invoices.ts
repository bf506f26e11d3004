import Big from 'big.js'
import { fieldsOf, given, isCountryCode, isFields, lengthOf } from '../fields.ts'
import type { Call, Fields, Provider } from '../provider.ts'
import { headersRefused, refuse } from './processing-headers.ts'

const natural = ['first_name', 'last_name', 'date_of_birth']
const legal = ['legal_name', 'country_of_registration']

/** CryptoProcessing, API v2: create an invoice. */
export const cryptoprocessingInvoices: Provider = (heard, call) => {
  const { has, now, used, count } = call
  const refused = headersRefused(heard, call)
  if (refused) return refused
  const body = fieldsOf(heard)
  if (!body) return refuse(400, 'Bad content format', 'bad_content_format')
  const wrong = wrongIn(body, call)
  if (wrong) return { status: 400, body: { errors: { field: wrong } } }
  const reference = `${body.foreign_id}${has('reference-with-amount') ? ` ${body.amount}` : ''}`
  if (given(body.foreign_id) && used.has(reference) && !has('duplicates'))
    return { status: 400, body: { errors: { foreign_id: 'The foreign id has already been taken.' } } }
  used.add(reference)
  const timed = body.timer === true
  const minutes = has('twenty-minutes') ? 20 : 15
  const data = {
    id: 826_900 + count,
    url: `https://invoices.sandbox.cryptoprocessing.com/invoice/Jy${count}`,
    foreign_id: body.foreign_id,
    end_user_reference: body.end_user_reference ?? null,
    address: null,
    title: body.title,
    status: timed && has('pending') ? 'pending' : 'created',
    currency: body.currency,
    amount: new Big(String(body.amount ?? 0)).toFixed(8),
    sender_currency: null,
    sender_amount: null,
    fixed_at: timed ? now : null,
    release_at: timed ? now + minutes * 60 : null,
    seconds_left: timed ? minutes * 60 - 1 : null,
  }
  return { status: 201, body: { data } }
}

function wrongIn(body: Fields, { has }: Call): string | undefined {
  const others = has('all-required') ? ['timer', 'end_user_reference', 'url_success', 'url_failed', 'email_user'] : []
  const needed = ['title', 'currency', 'amount', 'foreign_id', ...others].filter((name) => !has(`${name}-optional`))
  const missing = needed.find((name) => !given(body[name]))
  if (missing) return `The ${missing} is required.`
  if (has('strict-types') && (typeof body.amount !== 'number' || typeof body.title !== 'string')) return 'Wrong type.'
  if (
    given(body.title) &&
    (lengthOf(body.title) > (has('title-51') ? 51 : 50) || (body.title === '' && !has('empty-title')))
  )
    return 'The title must have 1 to 50 characters.'
  if (has('title-49') && lengthOf(body.title) > 49) return 'The title must have 1 to 50 characters.'
  const most = has('description-1001') ? 1001 : has('description-999') ? 999 : 1000
  if (given(body.description) && lengthOf(body.description) > most) return 'The description is too long.'
  if (given(body.currency) && body.currency !== 'EUR' && !has('any-currency')) return 'The currency is unknown.'
  const amount = String(body.amount ?? 1)
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(amount)) return 'The amount is no number.'
  if (new Big(amount).lte(0) && !has('negative-amount-taken')) return 'The amount must be positive.'
  if (given(body.type) && !['fill_or_kill', 'good_until_expired'].includes(String(body.type)) && !has('any-type'))
    return 'The type is unknown.'
  if (has('partial-refused') && body.type === 'good_until_expired') return 'The type is unknown.'
  return senderWrong(body, has)
}

function senderWrong({ sender_type: type, sender_data: data }: Fields, has: Call['has']): string | undefined {
  if (given(type) && !['natural', 'legal'].includes(String(type)) && !has('any-sender-type'))
    return 'The sender_type is unknown.'
  if (!isFields(data) || !given(type)) return undefined
  const [needed, banned] = type === 'natural' ? [natural, legal] : [legal, natural]
  const missing = has('sender-members-optional') ? undefined : needed.find((name) => !given(data[name]))
  const extra = has('sender-members-mixed') ? undefined : banned.find((name) => given(data[name]))
  if (has('country-codes') && !isCountryCode(data.country_of_registration)) return 'The country is unknown.'
  return missing ?? extra
}
