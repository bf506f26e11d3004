import type {
  Currency,
  DecimalLimits,
  JsonSchema,
  JsonSchemaObject,
  JsonTypeName,
  Operation,
  Role,
} from '@assay/contract'
import type { Account } from '@assay/rules'
import Big from 'big.js'
import { declaredMembers } from './declared-members.ts'
import { schemaWithin } from './schema-within.ts'

const SAFE_FIAT = { minimum: '100', maximum: '1000' }
/** Most decimal places of a valid amount, where a currency has more. */
const SAFE_PLACES = 2
/** The same for currencies of which less than ten are safe. */
const SAFE_PLACES_OF_SMALL = 8
/** Seconds. */
const SAFE_LIFETIME = { minimum: 3600, maximum: 360_000 }
const LONGEST_TEXT = 64
/** Seconds kept from the early end of a window of instants, because the request travels, and from the late end, because it may be made an hour ahead. */
const TRAVEL = 5
const AHEAD = 3600

/**
 * What valid payloads keep beyond the contract, as schemas to add to the request's: values any gateway takes, where no page states a limit.
 * The account is the one the pages show. Amounts of about 100 to 1000 EUR in currencies that a page shows, lifetimes of an hour to 100 hours, short plain texts, https URLs with a domain name,
 * no null for a member that may be left out. A pinned member is the user's: nothing is asked of it here.
 */
export function safeWindow(
  operation: Operation,
  account: Account,
  pinned: ReadonlySet<string> = new Set(),
): readonly JsonSchema[] {
  const schema = operation.request?.schema ?? true
  return [
    ...operation.roles.filter(({ at }) => !pinned.has(at)).flatMap((role) => roleWindow(role, schema, account)),
    ...textWindow(schema, pinned),
    ...withoutNull(schema),
  ]
}

function roleWindow(role: Role, schema: JsonSchema, account: Account): readonly JsonSchema[] {
  const { at } = role
  const page = account.profile.currencies
  switch (role.role) {
    case 'amount':
      return [amountWindow(at, role.currency, page, schema)]
    case 'currency':
      return page.length === 0 ? [] : [schemaWithin(at, { enum: page.map(({ code }) => code) })]
    case 'duration': {
      const unit = role.unit === 'minutes' ? 60 : 1
      const { minimum, maximum } = SAFE_LIFETIME
      return [schemaWithin(at, { minimum: minimum / unit, maximum: maximum / unit })]
    }
    case 'instant': {
      const now = Math.floor(account.now() / 1000)
      return [
        schemaWithin(at, {
          minimum: now + SAFE_LIFETIME.minimum + TRAVEL,
          maximum: now + SAFE_LIFETIME.maximum - TRAVEL - AHEAD,
        }),
      ]
    }
    case 'reference':
      return [schemaWithin(at, { pattern: '^assay-[0-9a-z]{12}$' })]
    case 'network':
    case 'account':
      return []
  }
}

/** An amount fits its currency: one alternative a group of currencies with the same limits. */
function amountWindow(
  at: string,
  currencyAt: string | undefined,
  page: readonly Currency[],
  schema: JsonSchema,
): JsonSchema {
  const isNumber = declaredMembers(schema).some(
    (member) => member.pointer === at && (member.schema.type === 'number' || member.schema.type === 'integer'),
  )
  if (currencyAt === undefined || page.length === 0)
    return schemaWithin(at, limits({ ...SAFE_FIAT, places: SAFE_PLACES }, isNumber))
  const groups = new Map<string, Currency[]>()
  for (const currency of page) {
    const key = JSON.stringify(windowOf(currency))
    groups.set(key, [...(groups.get(key) ?? []), currency])
  }
  return {
    anyOf: [...groups].map(([window, currencies]) => ({
      allOf: [
        schemaWithin(currencyAt, { enum: currencies.map(({ code }) => code) }),
        schemaWithin(at, limits(JSON.parse(window), isNumber)),
      ],
    })),
  }
}

type AmountWindow = Required<Pick<DecimalLimits, 'minimum' | 'maximum' | 'places'>>

function windowOf({ decimals, safe }: Currency): AmountWindow {
  const window = { ...SAFE_FIAT, ...safe }
  const places = new Big(window.minimum).lt(10) ? SAFE_PLACES_OF_SMALL : SAFE_PLACES
  return { ...window, places: Math.min(decimals, places) }
}

function limits(window: AmountWindow, isNumber: boolean): JsonSchema {
  if (!isNumber) return { 'x-decimal': window }
  return { minimum: Number(window.minimum), maximum: Number(window.maximum), multipleOf: Number(`1e-${window.places}`) }
}

/** Texts of 1 to 64 characters; URLs https with a domain name. */
function textWindow(schema: JsonSchema, pinned: ReadonlySet<string>): readonly JsonSchema[] {
  return declaredMembers(schema).flatMap(({ pointer, schema: member }) => {
    if (
      pinned.has(pointer) ||
      !typesOf(member).includes('string') ||
      member.enum !== undefined ||
      member.const !== undefined
    )
      return []
    const isUrl = member.format !== undefined && ['uri', 'url'].includes(member.format)
    const fits = (member.minLength ?? 0) <= LONGEST_TEXT
    return [
      schemaWithin(pointer, {
        minLength: 1,
        ...(fits && { maxLength: LONGEST_TEXT }),
        ...(isUrl && { 'x-https-url': true }),
      }),
    ]
  })
}

/** A member that may be left out is left out, not null. */
function withoutNull(schema: JsonSchema): readonly JsonSchema[] {
  return declaredMembers(schema).flatMap(({ pointer, schema: member, required }) => {
    const types = typesOf(member)
    if (required || !types.includes('null') || types.length === 1) return []
    return [schemaWithin(pointer, { type: types.filter((type) => type !== 'null') })]
  })
}

function typesOf({ type }: JsonSchemaObject): readonly JsonTypeName[] {
  if (type === undefined) return []
  return typeof type === 'string' ? [type] : type
}
