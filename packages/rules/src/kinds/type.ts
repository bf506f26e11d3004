import { isJsonNumber, isJsonObject, type Json, type JsonTypeName, valueAt } from '@assay/contract'
import { z } from 'zod'
import { decimalOf } from '../decimal-of.ts'
import type { Draft, Way } from '../draft.ts'
import { isOfType } from '../json-type-of.ts'
import { defineKeyword, type KeywordParameters, type Place } from '../keyword-rule.ts'
import { changing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

type Types = JsonTypeName | readonly JsonTypeName[]

const name = z.enum(['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'])

/** JSON Schema 2020-12, Validation 6.1.1: the value is of a JSON type, or of one of several. */
export const type: RequestRuleKind<KeywordParameters<Types>> = defineKeyword<Types>({
  kind: 'type',
  stage: 'require',
  value: z.union([name, z.array(name)]),
  applies: () => true,
  test: (value, types) => isOfType(value, listed(types)),
  says: (types) => `is not of the type ${listed(types).join(' or ')}`,
  breaks(place) {
    // A body that is no object is the fault of `well-formed-body`, where that is declared.
    if (place.at === '' && place.bench.operation.rules.some(({ kind }) => kind === 'well-formed-body')) return []
    const wrong = { ...wrongTypes(place), ...wrongInstant(place) }
    return Object.entries(wrong).map(
      ([what, change]): Way => ({
        way: `${what} at ${place.at || 'the top'} instead of ${listed(place.limit).join(' or ')}`,
        drafts: changing(place.drafts, place.at, change).filter(
          (draft) => !isOfType(valueAt(draft.body, place.at) ?? null, listed(place.limit)),
        ),
      }),
    )
  },
})

/** One value a wrong type, made from the right one so that nothing else is wrong with it. */
function wrongTypes({ limit, schema }: Place<Types>): Record<string, (value: Json | undefined, draft: Draft) => Json> {
  const types = listed(limit)
  const has = (...some: JsonTypeName[]) => some.some((type) => types.includes(type))
  const numeric = has('number', 'integer')
  return {
    ...(has('string') ? {} : { [numeric ? 'a numeric string' : 'a string']: (value) => textOf(value) }),
    ...(numeric ? {} : { 'a number': (value) => decimalOf(value)?.toNumber() ?? 12345 }),
    ...(has('integer') && !has('number')
      ? { 'a number with a fraction': (value) => fractionBeside(Number(value ?? 0), schema.maximum) }
      : {}),
    ...(has('boolean') ? {} : { 'a boolean': () => true }),
    ...(has('object') ? {} : { 'an object': () => ({}) }),
    ...(has('array') ? {} : { 'an array': () => [] }),
  }
}

/** A moment in Unix time as the text that many an API takes instead (RFC 3339). */
function wrongInstant({ at, limit, bench }: Place<Types>): Record<string, (value: Json | undefined) => Json> {
  const isInstant = bench.operation.roles.some((role) => role.role === 'instant' && role.at === at)
  if (!isInstant || listed(limit).includes('string')) return {}
  return { 'a date and time': (value) => new Date(Number(value ?? 0) * 1000).toISOString() }
}

/** The value as a text; of an object its first text, since a lenient reader may take that for the whole. */
function textOf(value: Json | undefined): string {
  if (isJsonObject(value)) return Object.values(value).find((member) => typeof member === 'string') ?? 'text'
  return isJsonNumber(value) || typeof value === 'boolean' ? String(value) : 'text'
}

function fractionBeside(value: number, maximum: number | undefined): number {
  return maximum !== undefined && value + 1 > maximum ? value - 0.5 : value + 0.5
}

function listed(types: Types): readonly JsonTypeName[] {
  return typeof types === 'string' ? [types] : types
}
