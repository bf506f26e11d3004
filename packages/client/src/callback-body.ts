import { type ExactJson, NumberText } from './exact-json.ts'
import { pointerNames } from './pointer-names.ts'

/** Up to this many significant decimal digits pass through a double and come back the same (IEEE 754 binary64). */
const EXACT_DIGITS = 15

/**
 * A body as a merchant gets it: a number at one of the pointers is a string, with its digits as they were written; another one is a number where a
 * double holds it, else a string too. Members that nobody knows are kept.
 */
export function callbackBody(value: ExactJson, texts: readonly string[]): unknown {
  return given(value, texts.map(pointerNames))
}

function given(value: ExactJson, texts: readonly (readonly string[])[]): unknown {
  if (value instanceof NumberText) return texts.some(({ length }) => length === 0) ? value.text : numberOf(value.text)
  if (typeof value !== 'object' || value === null) return value
  const below = (name: string): readonly (readonly string[])[] =>
    texts.filter(([first]) => first === name).map(([, ...rest]) => rest)
  if (Array.isArray(value)) return value.map((item: ExactJson) => given(item, below('*')))
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, given(member, below(name))]))
}

function numberOf(text: string): number | string {
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+/, '')
  const number = Number(text)
  return digits.length <= EXACT_DIGITS && Number.isFinite(number) ? number : text
}
