import fc from 'fast-check'

const crypto = {
  BCH: { network: 'BCH', places: 8, least: 0.4, most: 1.5 },
  BTC: { network: 'BTC', places: 8, least: 0.002, most: 0.009 },
  ETH: { network: 'ETH', places: 18, least: 0.06, most: 0.25 },
  LINK: { network: 'ETH', places: 18, least: 12, most: 50 },
  LTC: { network: 'LTC', places: 8, least: 1.5, most: 8 },
  SOL: { network: 'SOL', places: 9, least: 1, most: 5 },
  USDC: { network: 'ETH', places: 6, least: 120, most: 1000 },
  XLM: { network: 'XLM', places: 7, least: 500, most: 2500 },
  XRP: { network: 'XRP', places: 6, least: 80, most: 400 },
} as const
type Crypto = keyof typeof crypto
const codes = Object.keys(crypto) as Crypto[]
const fiat =
  'AED ARS AUD BDT BGN BRL CAD CHF CLP CNY CZK DKK EUR GBP HKD HRK HUF IDR ILS INR ISK JPY KES KRW MXN MYR NOK NZD PEN PHP PLN QAR RON SEK SGD THB TRY USD VND ZAR'.split(
    ' ',
  )
const whole: ReadonlySet<string> = new Set(['CLP', 'ISK', 'JPY', 'KRW', 'VND'])
const languages = ['ar', 'bg', 'zh', 'en', 'fr', 'de', 'ja', 'lt', 'pt', 'ru', 'es', 'tr']

const text = fc.string({ minLength: 1, maxLength: 64 })
const url = fc.webUrl({ validSchemes: ['https'] })
const display = fc
  .tuple(fc.constantFrom(...fiat), fc.integer({ min: 100, max: 1000 }), fc.integer({ min: 0, max: 99 }))
  .map(([displayCurrency, units, cents]) => ({
    displayCurrency,
    displayAmount: whole.has(displayCurrency) ? String(units) : `${units}.${String(cents).padStart(2, '0')}`,
  }))
const deposit = fc.tuple(fc.constantFrom(...codes), fc.integer({ min: 0, max: 999 })).map(([depositCurrency, part]) => {
  const { network, places, least, most } = crypto[depositCurrency]
  return {
    depositCurrency,
    network,
    depositAmount: (least + ((most - least) * part) / 1000).toFixed(Math.min(places, 6)),
  }
})
const amounts = fc.oneof(
  display,
  deposit,
  fc.tuple(display, deposit).map(([one, other]) => ({ ...one, ...other })),
)
const kind = fc.oneof(
  fc.constant({}),
  fc.constantFrom({ type: 'ONE_TIME' }, { type: 'REUSABLE' }, { rateType: 'FIXED' }, { rateType: 'FLOATING' }),
  fc.constantFrom(
    { type: 'ONE_TIME', rateType: 'FIXED' },
    { type: 'ONE_TIME', rateType: 'FLOATING' },
    { type: 'REUSABLE', rateType: 'FLOATING' },
  ),
)
const optional = fc.record(
  {
    expirationMinutes: fc.integer({ min: 60, max: 6000 }),
    redirectUrl: url,
    redirectMode: fc.constantFrom('PARENT', 'SELF'),
  },
  { requiredKeys: [] },
)
const locale = fc
  .tuple(fc.constantFrom(...languages), fc.option(fc.constantFrom('_GB', '-US', '_BR'), { nil: '' }))
  .map(([one, other]) => one + other)

/** Valid Finrax requests as one would write them by hand, with what fast-check offers. */
export const finraxByHand: fc.Arbitrary<object> = fc
  .tuple(fc.uuid(), text, locale, amounts, kind, optional)
  .map(([businessId, clientPaymentId, language, ...others]) =>
    Object.assign({ businessId, clientPaymentId, locale: language }, ...others),
  )

/** What a request breaks of what the page says, in the judgement of one who read it and knows nothing of rules; undefined for a right one. */
export function finraxObjection(body: Record<string, unknown>): string | undefined {
  const asked = fiat.includes(String(body.displayCurrency))
  const paid = crypto[body.depositCurrency as Crypto]
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(body.businessId))) return 'businessId'
  if (typeof body.clientPaymentId !== 'string') return 'clientPaymentId'
  if (!new RegExp(`^(${languages.join('|')})([-_][A-Z]{2})?$`).test(String(body.locale))) return 'locale'
  if (!asked && paid === undefined) return 'currency'
  if (asked !== isDecimal(body.displayAmount)) return 'displayAmount'
  if ((paid !== undefined) !== isDecimal(body.depositAmount)) return 'depositAmount'
  if (paid?.network !== body.network) return 'network'
  if (body.type === 'REUSABLE' && body.rateType === 'FIXED') return 'rateType'
  for (const [name, values] of Object.entries(listed))
    if (body[name] !== undefined && !values.includes(String(body[name]))) return name
  const { expirationMinutes, redirectUrl } = body
  if (expirationMinutes !== undefined && !(Number.isInteger(expirationMinutes) && Number(expirationMinutes) >= 0))
    return 'expirationMinutes'
  if (redirectUrl !== undefined && !URL.canParse(String(redirectUrl))) return 'redirectUrl'
  return undefined
}

const listed: Readonly<Record<string, readonly string[]>> = {
  type: ['ONE_TIME', 'REUSABLE'],
  rateType: ['FIXED', 'FLOATING'],
  redirectMode: ['PARENT', 'SELF'],
}

function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)
}
