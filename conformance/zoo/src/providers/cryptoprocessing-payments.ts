import Big from 'big.js'
import { chosen, decimalsOf, fieldsOf, given, isCountryCode, isDecimal, isFields, mistyped } from '../fields.ts'
import type { Answer, Call, Fields, Provider } from '../provider.ts'
import { headersRefused, refuse } from './processing-headers.ts'

const types = {
  string: [
    'amount',
    'end_user_email',
    'end_user_reference',
    'description',
    'foreign_id',
    'url_store',
    'url_success',
    'url_failed',
  ],
  integer: ['life_time_duration', 'life_time_date_time'],
  object: ['currency', 'payment_currency', 'sender_data'],
}

/** CryptoProcessing, payments v1: create a payment request. */
export const cryptoprocessingPayments: Provider = (heard, call) => {
  const { has, now, used } = call
  const refused = headersRefused(heard, call)
  if (refused) return refused
  const body = fieldsOf(heard)
  if (!body) return has('malformed-taken') ? created({}, call) : refuse(400, 'Bad content format', 'bad_content_format')
  const wrong = mistyped(body, types)
  if (wrong && !has(`${wrong}-of-any-type`)) return refuse(422, `The ${wrong} has the wrong type.`)
  const other = moneyRefused(body, call) ?? lifetimeRefused(body, call) ?? senderRefused(body, call)
  if (other) return other
  if (typeof body.foreign_id === 'string') {
    if (used.has(body.foreign_id) && !has('duplicates'))
      return refuse(400, 'Payment request with this foreign_id already exists.')
    used.add(body.foreign_id)
  }
  const expires = given(body.life_time_duration)
    ? now + Number(body.life_time_duration)
    : Number(body.life_time_date_time)
  return created({ ...body, expires }, call)
}

function created(body: Fields, { id, has }: Call): Answer {
  const echoed = chosen(body, ['end_user_email', 'end_user_reference', 'foreign_id', 'url_store'])
  const data = {
    id,
    amount: body.amount,
    currency: { iso: 'EUR' },
    status: 'created',
    life_time: body.expires,
    payment_link: `https://pay.example.com/request/${id}`,
    ...echoed,
    ...(body.description ? { description: `${body.description}${has('description-suffix') ? ' payment' : ''}` } : {}),
  }
  return { status: 200, body: { data } }
}

function moneyRefused({ amount, currency, payment_currency: payment }: Fields, { has }: Call): Answer | undefined {
  if (!given(amount)) return has('amount-optional') ? undefined : refuse(422, 'The amount is required.')
  if (!isDecimal(String(amount)) || new Big(String(amount)).lt(1)) return refuse(422, 'The amount is invalid.')
  if (decimalsOf(String(amount)) > 2) return refuse(422, 'The amount has too many decimals.')
  if (!isFields(currency) && !has('currency-optional')) return refuse(422, 'The currency is required.')
  const iso = isFields(currency) ? currency.iso : 'EUR'
  if (typeof iso !== 'string') return refuse(422, 'The currency.iso is required.')
  if (iso !== 'EUR' && !has('any-currency')) return refuse(404, 'The currency.iso is incorrect.')
  if (!isFields(payment)) return undefined
  if (typeof payment.iso !== 'string' || (payment.iso === 'EUR' && !has('payer-fiat')))
    return refuse(422, 'payment_currency.iso must be a cryptocurrency.')
  return undefined
}

function lifetimeRefused(body: Fields, { has }: Call): Answer | undefined {
  const [duration, instant] = [given(body.life_time_duration), given(body.life_time_date_time)]
  if (duration && instant && !has('both-lifetimes')) return refuse(422, 'Only one lifetime may be given.')
  if (!duration && !instant && !has('lifetime-optional')) return refuse(422, 'A lifetime is required.')
  return undefined
}

function senderRefused({ sender_type: type, sender_data: data }: Fields, { has }: Call): Answer | undefined {
  const isListed = ['natural', 'legal'].includes(String(type))
  const isTakenAsLegal = typeof type === 'string' && !isListed && has('unknown-sender-is-legal')
  if (given(type) && !isListed && !has('any-sender-type') && !isTakenAsLegal)
    return refuse(422, 'The sender_type is invalid.')
  if (has('legal-sender-refused') && type === 'legal') return refuse(422, 'The sender_type is invalid.')
  if (has('sender-pair') && given(type) !== given(data))
    return refuse(422, 'Give sender_type and sender_data, or neither.')
  if (!isFields(data) || has('any-sender')) return undefined
  const isLegal = type === 'legal' || isTakenAsLegal
  const needed =
    type === 'natural' ? ['first_name', 'last_name'] : isLegal ? ['legal_name', 'country_of_registration'] : []
  const missing = needed.find((name) => !given(data[name]))
  if (has('country-codes') && !isCountryCode(data.country_of_registration))
    return refuse(422, 'The country is unknown.')
  return missing ? refuse(422, `The ${missing} is required.`) : undefined
}
