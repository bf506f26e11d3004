import type {
  AccountProfile,
  Currency,
  JsonSchema,
  JsonSchemaObject,
  JsonTypeName,
  Operation,
  Role,
} from '@assay/contract'
import type { Account } from '@assay/rules'
import { type AmountWindow, amountWindow, SAFE_FIAT, SAFE_PLACES } from './amount-window.ts'
import { declaredMembers } from './declared-members.ts'
import { lifetimeWindow } from './lifetime-window.ts'
import { schemaWithin } from './schema-within.ts'

const LONGEST_TEXT = 64
/**
 * Seconds kept from the early end of a window of instants, because the request travels, and from the late end, because it may be made an hour ahead; of
 * a narrow window at most a quarter each.
 */
const TRAVEL = 5
const AHEAD = 3600
const QUARTER = 4

/**
 * What valid payloads keep beyond the contract, as schemas to add to the request's: values any gateway takes, where no page states a limit.
 * The account is the one the pages show. Amounts of about 100 to 1000 EUR in currencies that a page shows, lifetimes of an hour to 100 hours, short plain texts, or one of the examples where there are several, https URLs with a domain name,
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
      return [amountsOf(at, role.currency, account.profile, schema)]
    case 'currency':
      return page.length === 0 ? [] : [schemaWithin(at, { enum: page.map(({ code }) => code) })]
    case 'duration': {
      const unit = role.unit === 'minutes' ? 60 : 1
      const { minimum, maximum } = lifetimeWindow(account.profile.lifetime)
      return [schemaWithin(at, { minimum: Math.ceil(minimum / unit), maximum: Math.floor(maximum / unit) })]
    }
    case 'instant': {
      const now = Math.floor(account.now() / 1000)
      const { minimum, maximum } = lifetimeWindow(account.profile.lifetime)
      const quarter = Math.floor((maximum - minimum) / QUARTER)
      return [
        schemaWithin(at, {
          minimum: now + minimum + Math.min(TRAVEL, quarter),
          maximum: now + maximum - Math.min(TRAVEL + AHEAD, quarter),
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
function amountsOf(
  at: string,
  currencyAt: string | undefined,
  { currencies: page, amount }: AccountProfile,
  schema: JsonSchema,
): JsonSchema {
  const isNumber = declaredMembers(schema).some(
    (member) => member.pointer === at && (member.schema.type === 'number' || member.schema.type === 'integer'),
  )
  if (currencyAt === undefined || page.length === 0)
    return schemaWithin(at, limits({ ...SAFE_FIAT, places: SAFE_PLACES }, isNumber))
  const groups = new Map<string, Currency[]>()
  for (const currency of page) {
    const key = JSON.stringify(amountWindow(currency, amount))
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

function limits(window: AmountWindow, isNumber: boolean): JsonSchema {
  if (!isNumber) return { 'x-decimal': window }
  return { minimum: Number(window.minimum), maximum: Number(window.maximum), multipleOf: Number(`1e-${window.places}`) }
}

/** Examples of a text that tell its form: one of them may be any text. */
const TELLING = 2

/** Texts of 1 to 64 characters, or one of several examples; URLs https with a domain name. */
function textWindow(schema: JsonSchema, pinned: ReadonlySet<string>): readonly JsonSchema[] {
  return declaredMembers(schema).flatMap(({ pointer, schema: member }) => {
    if (
      pinned.has(pointer) ||
      !typesOf(member).includes('string') ||
      member.enum !== undefined ||
      member.const !== undefined
    )
      return []
    const { examples = [] } = member
    if (examples.length >= TELLING) return [schemaWithin(pointer, { enum: examples })]
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
