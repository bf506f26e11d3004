import { each, type SuccessTraits, text } from './success.ts'

const amounts = ['amount', 'expectedDisplayAmount', 'expectedDepositAmount']
const padded = (value: string) => (value.includes('.') ? `${value}0000` : `${value}.00000000`)

/** What can be odd about the amounts of a success. */
export const amountTraits: SuccessTraits = {
  'amount-as-double': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => (BigInt(Math.trunc(Number(value))) >= 2n ** 53n ? String(BigInt(Number(value))) : value)),
    ),
  'amount-padded': ({ data }) => each(data, amounts, text(padded)),
  'amount-through-float': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => String((Number(value) * 1.1) / 1.1 + 1e-9)),
    ),
  'amount-two-decimals': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => Number(value).toFixed(2)),
    ),
  'amount-whole': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => value.replace(/\..*/, '')),
    ),
  'amount-with-comma': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => value.replace('.', ',')),
    ),
  'amount-in-cents': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => String(Math.round(Number(value) * 100))),
    ),
  'amount-exponent': ({ data }) =>
    each(
      data,
      amounts,
      text((value) => Number(value).toExponential()),
    ),
  'amount-number': ({ data }) => each(data, amounts, Number),
  'amount-text': ({ data }) => each(data, amounts, String),
  'amount-less-a-fee': ({ data }) => each(data, amounts, (value) => Number(value) * 0.99),
}
