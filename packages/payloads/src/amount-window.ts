import type { AccountProfile, Currency, DecimalLimits } from '@assay/contract'
import Big from 'big.js'

/** Amounts that any gateway takes, with the most decimal places they have. */
export type AmountWindow = Required<Pick<DecimalLimits, 'minimum' | 'maximum' | 'places'>>

/** In fiat money, where no page states a limit. */
export const SAFE_FIAT = { minimum: '100', maximum: '1000' } as const
/** Most decimal places of a valid amount, where a currency has more. */
export const SAFE_PLACES = 2
/** The same for currencies of which less than ten are safe. */
const SAFE_PLACES_OF_SMALL = 8
/** A window that lies wholly beyond an account's limits is moved to them, and so many times as wide as high. */
const WIDTH = 10
/** How far amounts in other currencies keep from limits that are counted in one: no page tells the rate. */
const MARGIN = '1.25'

/** The safe amounts of a currency, within what the account takes. Limits in one currency move the windows of the others along. */
export function amountWindow(currency: Currency, limits: AccountProfile['amount']): AmountWindow {
  const safe = { ...SAFE_FIAT, ...currency.safe }
  const { minimum, maximum } = limits === undefined ? bounds(safe) : within(currency.code, bounds(safe), limits)
  const places = Math.min(currency.decimals, minimum.lt(10) ? SAFE_PLACES_OF_SMALL : SAFE_PLACES)
  const least = minimum.round(places, Big.roundUp)
  const most = maximum.round(places, Big.roundDown)
  return { minimum: least.toFixed(), maximum: (most.lt(least) ? least : most).toFixed(), places }
}

interface Bounds {
  readonly minimum: Big
  readonly maximum: Big
}

function within(
  code: string,
  safe: Bounds,
  { currency, minimum, maximum }: NonNullable<AccountProfile['amount']>,
): Bounds {
  const limits = bounds({ minimum, maximum })
  if (code === currency) return moved(safe, limits)
  const usual = bounds(SAFE_FIAT)
  const own = moved(usual, limits)
  const isMoved = !own.minimum.eq(usual.minimum) || !own.maximum.eq(usual.maximum)
  if (!isMoved) return safe
  const least = safe.minimum.times(own.minimum).div(usual.minimum).times(MARGIN)
  const most = safe.maximum.times(own.maximum).div(usual.maximum).div(MARGIN)
  return { minimum: least, maximum: most.lt(least) ? least : most }
}

/** The part of a window that limits leave; where they leave none, a window at the nearer limit. */
function moved(window: Bounds, limits: Bounds): Bounds {
  const minimum = window.minimum.gt(limits.minimum) ? window.minimum : limits.minimum
  const maximum = window.maximum.lt(limits.maximum) ? window.maximum : limits.maximum
  if (minimum.lte(maximum)) return { minimum, maximum }
  const wide = minimum.eq(limits.minimum)
    ? { minimum, maximum: minimum.times(WIDTH) }
    : { minimum: maximum.div(WIDTH), maximum }
  return {
    minimum: wide.minimum.gt(limits.minimum) ? wide.minimum : limits.minimum,
    maximum: wide.maximum.lt(limits.maximum) ? wide.maximum : limits.maximum,
  }
}

function bounds({ minimum, maximum }: { readonly minimum: string; readonly maximum: string }): Bounds {
  return { minimum: new Big(minimum), maximum: new Big(maximum) }
}
