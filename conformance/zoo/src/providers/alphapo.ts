import Big from 'big.js'
import {
  chosen,
  decimalsOf,
  fieldsOf,
  given,
  isDecimal,
  isFields,
  isHttpsDomain,
  isUrl,
  lengthOf,
  mistyped,
} from '../fields.ts'
import type { Answer, Call, Fields, Provider } from '../provider.ts'
import { headersRefused, refuse } from './processing-headers.ts'

const assets: { readonly [iso: string]: { readonly decimals: number; readonly networks?: readonly string[] } } = {
  EUR: { decimals: 2 },
  USD: { decimals: 2 },
  USDC: { decimals: 6, networks: ['ethereum', 'solana', 'tron'] },
  BTC: { decimals: 8, networks: ['bitcoin'] },
  ETH: { decimals: 18, networks: ['ethereum'] },
}
const texts = [
  'end_user_email',
  'end_user_reference',
  'description',
  'foreign_id',
  'url_store',
  'url_success',
  'url_failed',
]

/** AlphaPo: create a payment request. */
export const alphapo: Provider = (heard, call) => {
  const { has, now, used } = call
  const refused = headersRefused(heard, call)
  if (refused) return refused
  const body = fieldsOf(heard)
  const json = /^application\/json/.test(heard.headers['content-type'] ?? '') || has('content-type-ignored')
  if (!body || !json) return refuse(has('bad-content-400') ? 400 : 403, 'Bad content format', 'bad_content_format')
  const taken = () => typeof body.foreign_id === 'string' && used.has(body.foreign_id) && !has('duplicates')
  if (has('reference-used-early') && taken()) return refuse(400, 'Payment request with this foreign_id already exists.')
  const early = typeof body.foreign_id === 'string' && body.foreign_id !== '' && has('reference-used-early')
  if (early) used.add(String(body.foreign_id))
  const wrong = currencyRefused(body, call) ?? amountRefused(body, call) ?? lifetimeRefused(body, call)
  const other = wrong ?? textsRefused(body, call) ?? payerRefused(body, call)
  if (other) return other
  if (!early && taken())
    return refuse(has('duplicate-422') ? 422 : 400, 'Payment request with this foreign_id already exists.')
  if (given(body.foreign_id)) {
    if (has('duplicates-race')) setTimeout(() => used.add(String(body.foreign_id)), 40)
    else used.add(String(body.foreign_id))
  }
  const { iso, network_name } = isFields(body.currency) ? body.currency : {}
  const crypto = assets[String(iso)]?.networks !== undefined
  const expires = given(body.life_time_duration)
    ? now + Number(body.life_time_duration)
    : Number(body.life_time_datetime)
  const data = {
    id: call.id,
    amount: body.amount ?? '100',
    currency: { iso, ...(crypto ? { network_name } : {}) },
    status: 'created',
    life_time: expires,
    payment_link: `https://payments.example.net/payment/${call.id}`,
    ...chosen(body, [...texts, 'payment_currency']),
  }
  return { status: 200, body: { data } }
}

function currencyRefused(body: Fields, { has }: Call): Answer | undefined {
  const { currency } = body
  if (given(currency) && !isFields(currency)) return refuse(422, 'The currency must be an object.')
  if (!isFields(currency) || !given(currency.iso)) return refuse(422, 'The iso is a mandatory field.')
  const { iso, network_name: network } = currency
  if (typeof iso !== 'string') return refuse(422, 'The iso must be a string.')
  const asset = assets[iso]
  if (!asset) return refuse(has('iso-unknown-422') ? 422 : 404, 'The currency.iso is incorrect.')
  if (given(network) && typeof network !== 'string') return refuse(422, 'The network_name must be a string.')
  if (!asset.networks) {
    if (!given(network) || !has('fiat-network-refused')) return undefined
    return refuse(422, 'The combination of currency and network is not supported.')
  }
  if (!given(network)) {
    if (has('network-optional')) return undefined
    return refuse(422, 'The currency.network_name field is mandatory for crypto currencies.')
  }
  if (asset.networks.includes(String(network)) || has('any-network')) return undefined
  return refuse(422, 'The combination of currency and network is not supported.')
}

/** The least and the most that the account takes, in EUR. */
function amountLimits(has: Call['has']): readonly [string, string] {
  if (has('high-minimum')) return ['5000', '100000']
  if (has('low-maximum')) return ['0.5', '40']
  return has('other-limits') ? ['50', '5000'] : ['10', '20000']
}

/** What an error says of a limit. */
function limitText(text: string, has: Call['has']): string {
  return has('limits-untold') ? 'The payment request is not possible.' : text
}

function amountRefused(body: Fields, { has }: Call): Answer | undefined {
  const { amount, currency } = body
  const iso = isFields(currency) ? String(currency.iso) : ''
  if (!given(amount)) return has('amount-optional') ? undefined : refuse(422, 'The amount field is mandatory.')
  const text = has('number-amount-taken') && typeof amount === 'number' ? String(amount) : amount
  if (has('negative-amount-taken') && /^-\d+(\.\d+)?$/.test(String(text))) return undefined
  if (!isDecimal(text)) return refuse(422, 'The amount is invalid.')
  const decimals = has('whole-euros') && iso === 'EUR' ? 0 : (assets[iso]?.decimals ?? 0)
  if (decimalsOf(text) > decimals && !has('any-decimals'))
    return refuse(422, limitText(`The amount for ${iso} cannot have more than ${decimals} decimal places.`, has))
  if (iso !== 'EUR') return undefined
  const [least, most] = amountLimits(has)
  const low = has('minimum-misquoted') ? new Big(text).lt(new Big(least).plus(20)) : new Big(text).lt(least)
  if ((low && !has('no-minimum')) || (has('minimum-exclusive') && new Big(text).eq(least)))
    return refuse(422, limitText(`The minimum amount is ${least} EUR.`, has))
  if (has('no-maximum')) return undefined
  if (new Big(text).gt(most) || (has('maximum-exclusive') && new Big(text).eq(most)))
    return refuse(422, limitText(`The maximum amount is ${most} EUR.`, has))
  return undefined
}

function lifetimeRefused(body: Fields, { has, now }: Call): Answer | undefined {
  const [duration, instant] = [body.life_time_duration, body.life_time_datetime]
  const wrong = mistyped(body, { integer: ['life_time_duration', 'life_time_datetime'] })
  if (wrong) return refuse(422, `The ${wrong} must be an integer.`)
  if (!given(duration) && !given(instant) && !has('lifetime-optional'))
    return refuse(422, 'It is obligatory - to fill in life_time_date_time or life_time_duration.')
  if (given(duration) && given(instant) && !has('both-lifetimes'))
    return refuse(422, 'Only one of fields life_time_date_time and life_time_duration should be field.')
  const span = given(duration) ? Number(duration) : given(instant) ? Number(instant) - now : 3600
  const [shortest, longest] = has('minutes-only') ? [2, 20] : has('days-only') ? [5 * 1440, 90 * 1440] : [5, 30 * 1440]
  if (span < (has('short-lifetime') ? 200 : shortest * 60))
    return refuse(422, limitText(`The lifespan must be longer than or equal to ${shortest} minutes.`, has))
  if (span > longest * 60 && !has('long-lifetime'))
    return refuse(422, limitText(`The lifespan must be shorter than or equal ${longest} minutes.`, has))
  return undefined
}

function textsRefused(body: Fields, { has }: Call): Answer | undefined {
  const wrong = mistyped(body, { string: texts })
  if (wrong) return refuse(422, `The ${wrong} must be a string.`)
  if (
    given(body.end_user_email) &&
    !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(String(body.end_user_email)) &&
    !has('any-email')
  )
    return refuse(422, 'The email address is incorrect.')
  for (const name of ['description', 'foreign_id', 'end_user_reference'].filter((at) => given(body[at]))) {
    if (body[name] === '' && !has(`${name}-may-be-empty`))
      return refuse(422, `The ${name} must not be empty if provided.`)
    const most = has(`${name}-256`) ? 256 : has(`${name}-254`) ? 254 : 255
    const title = name === 'foreign_id' ? 'Foreign ID' : `The ${name}`
    if (lengthOf(body[name]) > most) return refuse(422, `${title} must be 255 characters or less.`)
  }
  for (const name of ['url_store', 'url_success', 'url_failed'].filter((at) => given(body[at]))) {
    if (lengthOf(body[name]) > 255 && !has('long-urls'))
      return refuse(422, `The ${name} must be 255 characters or less.`)
    const url = body[name]
    if (!isUrl(url) && !has(`${name}-unchecked`)) return refuse(422, `The ${name} is invalid.`)
    if (isUrl(url) && name === 'url_store' && !isHttpsDomain(url) && !has('plain-store'))
      return refuse(422, 'The url_store is invalid.')
  }
  return undefined
}

function payerRefused({ payment_currency: payment }: Fields, { has }: Call): Answer | undefined {
  if (!given(payment)) return undefined
  if (!isFields(payment)) return refuse(422, 'The payment_currency must be an object.')
  if (Object.keys(payment).length === 0)
    return has('payer-may-be-empty') ? undefined : refuse(422, 'payment_currency must not be empty if provided.')
  const { iso, network_name: network } = payment
  if (!given(iso) && given(network))
    return refuse(422, 'payment_currency.network_name cannot be specified without payment_currency.iso.')
  if (iso === '') return refuse(422, 'payment_currency.iso must not be empty if provided.')
  if (typeof iso !== 'string') return refuse(422, 'The payment_currency.iso must be a string.')
  const asset = assets[iso]
  if (!asset) return refuse(404, 'payment_currency.iso is incorrect.')
  if (!asset.networks && !has('payer-fiat')) return refuse(422, 'payment_currency.iso must be a cryptocurrency.')
  if (network === '') return refuse(422, 'payment_currency.network_name must not be empty if provided.')
  if (given(network) && typeof network !== 'string') return refuse(422, 'The network_name must be a string.')
  if (given(network) && !asset.networks?.includes(String(network)) && !has('any-network'))
    return refuse(422, 'The combination of currency and network is not supported.')
  return undefined
}
