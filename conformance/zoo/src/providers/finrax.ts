import { createHmac } from 'node:crypto'
import Big from 'big.js'
import { decimalsOf, fieldsOf, given, isDecimal, isUrl, mistyped } from '../fields.ts'
import type { Answer, Call, Fields, Heard, Provider } from '../provider.ts'
import { signatureFits } from '../signature-fits.ts'

const fiat = (
  'AED ARS AUD BDT BGN BRL CAD CHF CLP CNY CZK DKK EUR GBP HKD HRK HUF IDR ILS INR ISK JPY KES KRW MXN MYR NOK NZD ' +
  'PEN PHP PLN QAR RON SEK SGD THB TRY USD VND ZAR'
).split(' ')
const wholeUnits = ['JPY', 'KRW', 'VND', 'CLP', 'ISK']
const enums: { readonly [member: string]: readonly string[] } = {
  type: ['ONE_TIME', 'REUSABLE'],
  displayCurrency: fiat,
  depositCurrency: 'BCH BTC ETH LINK LTC SOL USDC XLM XRP'.split(' '),
  network: 'BCH BTC LTC XLM XRP ETH BSC SOL TRX'.split(' '),
  rateType: ['FIXED', 'FLOATING'],
  redirectMode: ['PARENT', 'SELF'],
}
const texts = [
  'clientPaymentId',
  'businessId',
  'displayAmount',
  'depositAmount',
  'locale',
  'redirectUrl',
  ...Object.keys(enums),
]

const WHOLE = /^FRX-API api-key=([^,]+),signature=([^,]+),timestamp=(\d+)$/
const ANYWHERE = /api-key=([^,]+),signature=([^,]+),timestamp=(\d+)/

/** Finrax: request a crypto payment. */
export const finrax: Provider = (heard, call) => {
  const { has, used } = call
  const denied = authorizationWrong(heard, call)
  if (denied) return refuse(401, denied, call)
  const fields = fieldsOf(heard)
  const body = fields && has('enums-any-case') ? inCapitals(fields) : fields
  const wrong = body ? (wrongIn(body, call) ?? currenciesWrong(body, call)) : 'The body is no JSON object.'
  if (!body || wrong) return refuse(400, wrong ?? '', call)
  if (has('unique') && used.has(String(body.clientPaymentId)))
    return refuse(409, 'The resource cannot be created since it already exists', call)
  used.add(String(body.clientPaymentId))
  return { status: 200, body: { paymentUrl: `https://pay.example.com/${call.id}`, paymentInfo: paymentOf(body, call) } }
}

/** The listed values as they are listed, and none for an empty text. */
function inCapitals(body: Fields): Fields {
  const listed = Object.keys(enums).filter((at) => typeof body[at] === 'string')
  return { ...body, ...Object.fromEntries(listed.map((at) => [at, String(body[at]).toUpperCase() || null])) }
}

function refuse(status: number, message: string, { count }: Call): Answer {
  return { status, body: { requestId: `a1-${count}`, message } }
}

function authorizationWrong({ headers, raw }: Heard, { has, credentials, now }: Call): string | undefined {
  if (has('authorization-optional') && headers.authorization === undefined) return undefined
  const form = has('authorization-anywhere') ? ANYWHERE : WHOLE
  const parts = form.exec(headers.authorization ?? '')
  const [, key = '', signature = '', timestamp = ''] = parts ?? []
  if (!parts) return 'Bad authorization.'
  if (key !== credentials.key && !has('key-unchecked')) return 'Unknown key.'
  if (has('timestamp-window') && Math.abs(now * 1000 - Number(timestamp)) > 60_000) return 'Old timestamp.'
  const signedFrom = (start: string) => (body: string) =>
    createHmac('sha256', credentials.secret).update(`${start}${timestamp}${body}`).digest('hex')
  const whole = signatureFits(signature, raw, signedFrom('/v1/payments'), has)
  const fits = whole || (has('path-unsigned') && signatureFits(signature, raw, signedFrom(''), has))
  return fits ? undefined : 'Bad signature.'
}

function wrongIn(body: Fields, { has }: Call): string | undefined {
  const wrong = mistyped(body, { string: texts })
  if (wrong) return `${wrong} must be a string.`
  if (
    given(body.businessId)
      ? !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(body.businessId)) && !has('any-business')
      : true
  )
    return 'businessId must be a UUID.'
  if (!given(body.clientPaymentId) && !has('reference-optional')) return 'clientPaymentId is required.'
  if (
    !given(body.locale)
      ? !has('locale-optional')
      : !/^(ar|bg|zh|en|fr|de|ja|lt|pt|ru|es|tr)([-_][A-Za-z]{2})?$/.test(String(body.locale)) && !has('any-locale')
  )
    return 'locale is not supported.'
  if (has('turkish-refused') && /^tr/.test(String(body.locale))) return 'locale is not supported.'
  const unknown = Object.entries(enums).find(([at, values]) => given(body[at]) && !values.includes(String(body[at])))
  if (unknown && !has('any-enum')) return `${unknown[0]} is unknown.`
  if (has('zloty-refused') && body.displayCurrency === 'PLN') return 'displayCurrency is unknown.'
  const minutes = body.expirationMinutes
  if (given(minutes) && (!Number.isInteger(minutes) || (Number(minutes) < 0 && !has('any-expiration'))))
    return 'expirationMinutes must be an integer of at least 0.'
  return given(body.redirectUrl) && !isUrl(body.redirectUrl) ? 'redirectUrl must be a URL.' : undefined
}

function currenciesWrong(body: Fields, { has }: Call): string | undefined {
  const [display, deposit] = [given(body.displayCurrency), given(body.depositCurrency)]
  if (!display && !deposit && !has('no-currency')) return 'displayCurrency or depositCurrency is required.'
  if (has('not-both') && display && deposit) return 'Give displayCurrency or depositCurrency.'
  if (display && !given(body.displayAmount) && !has('display-amount-optional')) return 'displayAmount is required.'
  if (deposit && !given(body.depositAmount)) return 'depositAmount is required.'
  if (deposit && !given(body.network) && !has('network-optional')) return 'network is required.'
  for (const amount of [body.displayAmount, body.depositAmount].filter(given)) {
    if (has('negative-amount-taken') && /^-\d+(\.\d+)?$/.test(String(amount))) continue
    if (!isDecimal(amount) || !new Big(amount).gt(0)) return 'The amount is no positive decimal.'
  }
  const decimals = wholeUnits.includes(String(body.displayCurrency)) ? 0 : 2
  if (has('fiat-decimals') && isDecimal(body.displayAmount) && decimalsOf(body.displayAmount) > decimals)
    return 'displayAmount has too many decimals.'
  return has('reusable-fixed-refused') && body.type === 'REUSABLE' && body.rateType === 'FIXED' ? 'rateType' : undefined
}

function paymentOf(body: Fields, { has, id, now }: Call): Fields {
  const reusable = body.type === 'REUSABLE'
  const minutes =
    body.expirationMinutes === 0 && !has('zero-echo')
      ? has('zero-forgotten')
        ? 30
        : 10_080
      : (body.expirationMinutes ?? (has('default-60') ? 60 : 30))
  const zeros = [
    'actualDepositAmount',
    'actualDepositDistributedUserServiceFee',
    'actualDisplayAmount',
    'actualDisplayDistributedUserServiceFee',
    'actualUniformAmount',
    'userServiceFeeDistributionPercentage',
  ]
  const { displayCurrency, displayAmount, depositCurrency, depositAmount, network } = body
  return {
    paymentId: id,
    clientPaymentId: body.clientPaymentId ?? '',
    businessId: body.businessId,
    locale: body.locale ?? 'en',
    status: 'NEW',
    rateType: reusable && !has('reusable-fixed') ? 'FLOATING' : (body.rateType ?? 'FIXED'),
    type: body.type ?? 'ONE_TIME',
    url: `https://pay.example.com/${id}`,
    processorType: 'BLOCKCHAIN',
    deposits: [],
    expirationMinutes: reusable ? 0 : minutes,
    paymentInitiatedAt: now,
    ...Object.fromEntries(zeros.map((name) => [name, '0'])),
    ...(given(displayCurrency) ? { displayCurrency, expectedDisplayAmount: displayAmount } : {}),
    ...(given(depositCurrency) ? { depositCurrency, expectedNetwork: network } : {}),
    ...(given(depositCurrency) && !given(displayCurrency) ? { expectedDepositAmount: depositAmount } : {}),
    ...(given(body.redirectUrl)
      ? { redirectUrl: body.redirectUrl, redirectMode: body.redirectMode ?? (has('default-self') ? 'SELF' : 'PARENT') }
      : {}),
  }
}
