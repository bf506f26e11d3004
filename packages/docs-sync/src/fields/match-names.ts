import { isJsonObject, type Json } from '@assay/contract'
import type { NamelessField } from './nameless-fields.ts'

/** A name that a field may have, and what an example shows under it. */
export interface Candidate {
  readonly name: string
  readonly example?: Json
}

/** A likeness below this is chance. */
const LEAST = 0.34

/**
 * Which name belongs to which description, by the words they have in common and by what the example shows: an option that is its value,
 * members that the text names. Each name and each description is used once, the likest pair first; undefined where nothing is like enough.
 */
export function matchNames(
  fields: readonly NamelessField[],
  candidates: readonly Candidate[],
): readonly (Candidate | undefined)[] {
  const pairs = fields
    .flatMap((field, index) =>
      candidates.map((candidate) => ({ index, candidate, likeness: likeness(field, candidate) })),
    )
    .filter((pair) => pair.likeness >= LEAST)
    .sort((one, other) => other.likeness - one.likeness)
  const matched: (Candidate | undefined)[] = fields.map(() => undefined)
  const used = new Set<string>()
  for (const { index, candidate } of pairs) {
    if (matched[index] !== undefined || used.has(candidate.name)) continue
    matched[index] = candidate
    used.add(candidate.name)
  }
  return matched
}

function likeness({ description, keywords }: NamelessField, { name, example }: Candidate): number {
  const sentence = /^.*?[.!?](?=\s|$)/.exec(description)?.[0] ?? description
  const words = sentence
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const parts = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_-]+/)
    // The X of a header's name says nothing.
    .filter((part) => part.length > 1)
  if (parts.length === 0) return 0
  const places = parts.map((part) => words.findIndex((word) => alike(part, word))).filter((place) => place !== -1)
  // Of two names as like, it is the one that the sentence speaks of first.
  let score = places.length / parts.length - (places.length === 0 ? 0 : Math.min(...places) / (100 * words.length))
  if (Array.isArray(keywords.enum) && typeof example === 'string' && keywords.enum.includes(example)) score += 2
  if (isJsonObject(example)) {
    const members = Object.keys(example)
    if (members.length > 0)
      score += (2 * members.filter((member) => description.includes(member)).length) / members.length
  }
  if (typeof example === 'boolean' && words.includes('true')) score += 1
  return score
}

/** The same word, or one the beginning of the other. */
function alike(part: string, word: string): boolean {
  if (part === word) return true
  return (part.length >= 4 && word.startsWith(part)) || (word.length >= 4 && part.startsWith(word))
}
