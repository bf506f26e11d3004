import { fieldsOf, given, isUrl, lengthOf, mistyped } from '../fields.ts'
import type { Answer, Call, Fields, Provider } from '../provider.ts'

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

/** CryptoFuse: create a payment. */
export const cryptofuse: Provider = (heard, call) => {
  const { has, credentials, now, id } = call
  const key = heard.headers['x-api-key']
  if (key === undefined ? !has('key-optional') : key !== credentials.key && !has('key-unchecked'))
    return refuse(401, 'unauthorized', call)
  const body = fieldsOf(heard)
  if (!body || wrongIn(body, call)) return refuse(has('invalid-is-422') ? 422 : 400, 'invalid_request', call)
  if (!['USDTTRC20', 'BTC', 'ETH'].includes(String(body.currency)) && !has('any-currency'))
    return refuse(has('currency-400') ? 400 : 422, 'currency_invalid', call)
  if (given(body.wallet_id) && !has('any-wallet')) return refuse(404, 'wallet_not_found', call)
  const url = has('null-link') ? null : `https://cryptofuse.example/payment/${id}`
  const payment = {
    payment_id: id,
    amount: body.amount ?? 1,
    currency: body.currency,
    address: 'TYN2WuEqttM5JjGk4ynGkxcnMRR9SZcvVx',
    expiry_time: new Date((now + 3600) * 1000).toISOString(),
    ...(has('no-wallet') ? {} : { wallet_id: body.wallet_id ?? null }),
    status: 'pending',
    ...(has('no-link') ? {} : { payment_url: url }),
  }
  return { status: 200, body: payment }
}

function refuse(status: number, error: string, { has, id }: Call): Answer {
  const code = has('another-code') ? 'bad_thing' : error
  if (has('code-nested')) return { status, body: { error: { code, message: error } } }
  if (has('code-in-code')) return { status, body: { code, message: error } }
  return { status, body: { error: code, message: error, request_id: id } }
}

function wrongIn(body: Fields, { has }: Call): boolean {
  if (!given(body.amount) ? !has('amount-optional') : typeof body.amount !== 'number' && !has('text-amount-taken'))
    return true
  if (given(body.amount) && !(Number(body.amount) > 0) && !has('negative-amount-taken')) return true
  if (
    typeof body.currency !== 'string' ||
    mistyped(body, { string: ['wallet_id', 'callback_url', 'custom_id', 'description'] })
  )
    return true
  if (given(body.wallet_id) && !version4.test(String(body.wallet_id)) && !has('any-wallet')) return true
  const { callback_url: callback } = body
  if (given(callback) && !isUrl(callback) && !has('callback-unchecked')) return true
  if (given(callback) && isUrl(callback) && !/^https:/i.test(callback) && !has('plain-callback')) return true
  const most = has('custom-id-65') ? 65 : has('custom-id-63') ? 63 : 64
  return given(body.custom_id) && lengthOf(body.custom_id) > most
}
