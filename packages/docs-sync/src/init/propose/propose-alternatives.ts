import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { objectSchemas } from './object-schemas.ts'
import type { Proposal } from './proposal.ts'

const EITHER = /\beither\b|\bone of\b|\bonly one\b|\binstead of\b|\bor\b/i
const AT_LEAST = /\bat least one\b/i
const ONE_ONLY = /\beither\b|\bonly one\b|\bexactly one\b|\binstead of\b/i

/**
 * Two required members of which the words of each say "either this or the other": one is needed, not both.
 * @param document With its prose.
 */
export function proposeAlternatives(document: JsonObject): readonly Proposal[] {
  return [...objectSchemas(document)].flatMap(({ pointer, schema, properties }): Proposal[] => {
    const required = Array.isArray(schema.required) ? schema.required.map(String) : []
    const pair = pairOf(required, properties)
    if (pair === undefined || schema.oneOf !== undefined || schema.anyOf !== undefined) return []
    const [one, other] = pair
    const words = `${wordsOf(properties[one])} ${wordsOf(properties[other])}`
    const exclusive = ONE_ONLY.test(words) || !AT_LEAST.test(words)
    const rest = required.filter((name) => name !== one && name !== other)
    const alternatives: Json = pair.map((name) => ({ title: `With ${name}`, required: [name] }))
    const evidence = `request/${one}`
    const says = `"${one}" and "${other}" are both required, and the words of each say that one of them is given; ${exclusive ? 'exactly one' : 'at least one'} is read.`
    return [
      { at: `${pointer}/required`, says, strength: 'documented', evidence, remove: true },
      {
        at: pointer,
        says,
        strength: 'documented',
        evidence,
        update: { ...(rest.length === 0 ? {} : { required: rest }), [exclusive ? 'oneOf' : 'anyOf']: alternatives },
      },
    ]
  })
}

function pairOf(required: readonly string[], properties: JsonObject): readonly [string, string] | undefined {
  for (const [index, one] of required.entries()) {
    for (const other of required.slice(index + 1)) {
      const [first, second] = [wordsOf(properties[one]), wordsOf(properties[other])]
      if (EITHER.test(first) && EITHER.test(second) && names(first, other) && names(second, one)) return [one, other]
    }
  }
  return undefined
}

function wordsOf(property: Json | undefined): string {
  return isJsonObject(property) && typeof property.description === 'string' ? property.description.slice(0, 2_000) : ''
}

function names(words: string, name: string): boolean {
  return words.split(/[^\w-]+/).includes(name)
}
