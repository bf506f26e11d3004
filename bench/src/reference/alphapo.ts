import fc from 'fast-check'

const fiat = ['EUR', 'USD', 'GBP'] as const
/** Networks of the cryptocurrencies that can be asked for and paid in, and their decimal places. */
const crypto = {
  USDC: { networks: ['ethereum', 'solana', 'polygon', 'binance'], places: 6 },
  USDT: { networks: ['ethereum', 'tron', 'solana', 'polygon', 'binance', 'ton'], places: 6 },
  BTC: { networks: ['bitcoin'], places: 8 },
  ETH: { networks: ['ethereum'], places: 18 },
} as const
type Crypto = keyof typeof crypto
const codes = Object.keys(crypto) as Crypto[]

/** One in four exactly at the longest: left to itself fast-check hardly comes near it. */
const text = fc.oneof(
  { arbitrary: fc.string({ minLength: 1, maxLength: 255 }), weight: 3 },
  { arbitrary: fc.string({ minLength: 255, maxLength: 255 }), weight: 1 },
)
const url = fc.webUrl({ validSchemes: ['https'] }).filter((one) => one.length <= 255)
const email = fc.emailAddress()
const amount = fc
  .integer({ min: 10_000, max: 100_000 })
  .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`)
const cryptoPair = fc
  .constantFrom(...codes)
  .chain((iso) => fc.constantFrom(...crypto[iso].networks).map((network_name) => ({ iso, network_name })))
const currency = fc.oneof(
  fc.constantFrom(...fiat).map((iso) => ({ iso })),
  cryptoPair,
)
const lifetime = fc.oneof(
  fc.integer({ min: 3600, max: 360_000 }).map((life_time_duration) => ({ life_time_duration })),
  fc
    .integer({ min: 3600, max: 360_000 })
    .map((seconds) => ({ life_time_datetime: Math.floor(Date.now() / 1000) + seconds })),
)
const optional = fc.record(
  {
    payment_currency: cryptoPair,
    end_user_email: email,
    end_user_reference: text,
    foreign_id: text,
    description: text,
    url_store: url,
    url_success: url,
    url_failed: url,
  },
  { requiredKeys: [] },
)

/** Valid AlphaPo requests as one would write them by hand, with what fast-check offers. */
export const alphapoByHand: fc.Arbitrary<object> = fc
  .tuple(amount, currency, lifetime, optional)
  .filter(([, asked, , { payment_currency }]) => asked.iso !== payment_currency?.iso)
  .map(([value, asked, time, others]) => ({ amount: value, currency: asked, ...time, ...others }))

interface Place {
  readonly iso: string
  readonly network_name?: string | null
}

/** What a request breaks of what the page says, in the judgement of one who read it and knows nothing of rules; undefined for a right one. */
export function alphapoObjection(body: Record<string, unknown>): string | undefined {
  const {
    amount: value,
    currency: asked,
    payment_currency: paid,
  } = body as { amount?: unknown; currency?: Place; payment_currency?: Place }
  if (typeof value !== 'string' || !/^\d+(\.\d+)?$/.test(value)) return 'amount'
  if (asked === undefined || typeof asked.iso !== 'string') return 'currency'
  const isFiat = (fiat as readonly string[]).includes(asked.iso)
  if (!isFiat && !isPair(asked)) return 'currency and network'
  if (isFiat && (asked.network_name ?? null) !== null) return 'network of a fiat currency'
  if ((value.split('.')[1] ?? '').length > (isFiat ? 2 : (placesOf(asked.iso) ?? 0))) return 'decimals'
  if (Number(value) <= 0) return 'amount'
  if ('life_time_duration' in body === 'life_time_datetime' in body) return 'lifetime'
  const seconds =
    'life_time_duration' in body ? Number(body.life_time_duration) : Number(body.life_time_datetime) - Date.now() / 1000
  if (!(seconds >= 300 && seconds <= 2_592_000)) return 'lifetime'
  if (
    paid !== undefined &&
    !isPair({ ...paid, network_name: paid.network_name ?? crypto[paid.iso as Crypto]?.networks[0] ?? '' })
  )
    return 'payment currency'
  for (const name of ['end_user_reference', 'foreign_id', 'description']) {
    const one = body[name]
    if (one !== undefined && (typeof one !== 'string' || one.length < 1 || [...one].length > 255)) return name
  }
  for (const name of ['url_store', 'url_success', 'url_failed']) {
    const one = body[name]
    if (
      one !== undefined &&
      (typeof one !== 'string' || one.length > 255 || !/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(one))
    )
      return name
  }
  const { end_user_email: address } = body
  if (address !== undefined && (typeof address !== 'string' || !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address)))
    return 'end_user_email'
  return undefined
}

function placesOf(iso: string): number | undefined {
  return crypto[iso as Crypto]?.places
}

function isPair({ iso, network_name }: Place): boolean {
  const networks: readonly string[] | undefined = crypto[iso as Crypto]?.networks
  return networks?.includes(network_name ?? '') ?? false
}
