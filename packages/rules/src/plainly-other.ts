import { isJsonNumber, type Json } from '@assay/contract'

const CODES = ['ZZQ', 'QZX', 'XQZZ']

/** Values of the same types as those of a list that no reader could take for one of them: not another case, not a space more. */
export function plainlyOther(list: readonly Json[]): readonly Json[] {
  const texts = list.filter((value): value is string => typeof value === 'string')
  const lower = texts.some((text) => text !== text.toUpperCase())
  const numbers = list.filter(isJsonNumber).map(Number)
  const others: Json[] = [
    ...(texts.length === 0 ? [] : CODES.map((code) => (lower ? code.toLowerCase() : code))),
    ...(numbers.length === 0 ? [] : [Math.ceil(Math.max(...numbers)) + 1]),
    ...(list.some((value) => typeof value === 'boolean') ? [true, false] : []),
  ]
  const free = others.filter(
    (other) => !list.some((value) => String(value).toLowerCase() === String(other).toLowerCase()),
  )
  return free.length === 0 ? ['zzq'] : free
}
