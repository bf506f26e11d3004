import Big from 'big.js'
import { decimalsOf, given, isDecimal, isFields } from '../../fields.ts'
import type { Answer, Call, Fields } from '../../provider.ts'
import { refuse } from '../processing-headers.ts'
import { assets } from './assets.ts'
import { limitText } from './limit-text.ts'

/** The least and the most that the account takes, in EUR. */
function amountLimits(has: Call['has']): readonly [string, string] {
  if (has('high-minimum')) return ['5000', '100000']
  if (has('low-maximum')) return ['0.5', '40']
  return has('other-limits') ? ['50', '5000'] : ['10', '20000']
}

/** What is wrong with the amount, if anything is. */
export function amountRefused(body: Fields, { has }: Call): Answer | undefined {
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
