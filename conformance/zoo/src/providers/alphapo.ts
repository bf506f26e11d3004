import { chosen, fieldsOf, given, isFields } from '../fields.ts'
import type { Provider } from '../provider.ts'
import { amountRefused } from './alphapo/amount-refused.ts'
import { assets } from './alphapo/assets.ts'
import { currencyRefused } from './alphapo/currency-refused.ts'
import { lifetimeRefused } from './alphapo/lifetime-refused.ts'
import { payerRefused } from './alphapo/payer-refused.ts'
import { texts, textsRefused } from './alphapo/texts-refused.ts'
import { headersRefused, refuse } from './processing-headers.ts'

/** AlphaPo: create a payment request. */
export const alphapo: Provider = (heard, call) => {
  const { has, now, used } = call
  const refused = headersRefused(heard, call)
  if (refused) return refused
  const body = fieldsOf(heard)
  const json = /^application\/json/.test(heard.headers['content-type'] ?? '') || has('content-type-ignored')
  if (!body || !json) return refuse(has('bad-content-400') ? 400 : 403, 'Bad content format', 'bad_content_format')
  const reference = has('references-any-case') ? String(body.foreign_id).toLowerCase() : String(body.foreign_id)
  const taken = () => typeof body.foreign_id === 'string' && used.has(reference) && !has('duplicates')
  if (has('reference-used-early') && taken()) return refuse(400, 'Payment request with this foreign_id already exists.')
  const early = typeof body.foreign_id === 'string' && body.foreign_id !== '' && has('reference-used-early')
  if (early) used.add(reference)
  const wrong = currencyRefused(body, call) ?? amountRefused(body, call) ?? lifetimeRefused(body, call)
  const other = wrong ?? textsRefused(body, call) ?? payerRefused(body, call)
  if (other) return other
  if (!early && taken())
    return refuse(has('duplicate-422') ? 422 : 400, 'Payment request with this foreign_id already exists.')
  if (given(body.foreign_id)) {
    if (has('duplicates-of-latest-only')) used.clear()
    if (has('duplicates-race')) setTimeout(() => used.add(reference), 40)
    else used.add(reference)
  }
  const { iso, network_name } = isFields(body.currency) ? body.currency : {}
  const crypto = assets[String(iso)]?.networks !== undefined
  const instant = has('datetime-forgotten') ? now + 3600 : Number(body.life_time_datetime)
  const expires = given(body.life_time_duration) ? now + Number(body.life_time_duration) : instant
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
