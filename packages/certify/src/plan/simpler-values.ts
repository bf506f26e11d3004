import { isJsonNumber, type Json } from '@assay/contract'

/** Simpler values than one, the simplest first: shorter texts, plain texts of the same length, smaller numbers, shorter lists. */
export function simplerValues(value: Json): readonly Json[] {
  if (typeof value === 'string') return simplerTexts(value)
  if (isJsonNumber(value)) return [0, 1, 10, 100].filter((number) => number < Math.abs(Number(value)))
  if (!Array.isArray(value)) return []
  return [[], value.slice(0, 1)].filter((list) => list.length < value.length)
}

function simplerTexts(text: string): readonly string[] {
  const characters = [...text]
  const half = Math.ceil(characters.length / 2)
  const candidates = [
    '',
    'a',
    characters.slice(0, half).join(''),
    characters.slice(half).join(''),
    characters.slice(1).join(''),
    characters.slice(0, -1).join(''),
    'a'.repeat(characters.length),
  ]
  return [...new Set(candidates)].filter((candidate) => candidate !== text && candidate.length <= text.length)
}
