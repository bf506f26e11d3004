import { canonicalJson, type Json } from '@assay/contract'
import type { ChangeDirection, ChangeLevel } from './change.ts'
import { compareNumbers, LIMITS } from './schema-facts.ts'

/** What a change does to the set of values that are allowed. */
export type Effect = 'narrows' | 'widens' | 'differs'

/**
 * How much an effect matters. What is sent must fit less room, or what comes back may fill more of it: breaking. The other way round: additive. Neither
 * one nor the other: breaking, since some value was right on one side only.
 */
export function levelOf(effect: Effect, direction: ChangeDirection): ChangeLevel {
  if (effect === 'differs' || direction === 'both') return 'breaking'
  return (effect === 'narrows') === (direction === 'request') ? 'breaking' : 'additive'
}

/** The effect of another set of allowed values; undefined is any value. */
export function effectOnValues(before: readonly Json[] | undefined, after: readonly Json[] | undefined): Effect {
  if (before === undefined) return 'narrows'
  if (after === undefined) return 'widens'
  const [old, now] = [new Set(before.map(canonicalJson)), new Set(after.map(canonicalJson))]
  const gains = [...now].some((value) => !old.has(value))
  const loses = [...old].some((value) => !now.has(value))
  return gains && loses ? 'differs' : loses ? 'narrows' : 'widens'
}

/** The effect of other types; undefined is any type, and integer is a part of number. */
export function effectOnTypes(before: readonly string[] | undefined, after: readonly string[] | undefined): Effect {
  if (before === undefined) return 'narrows'
  if (after === undefined) return 'widens'
  const covers = (types: readonly string[], type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'))
  const gains = after.some((type) => !covers(before, type))
  const loses = before.some((type) => !covers(after, type))
  return gains && loses ? 'differs' : loses ? 'narrows' : 'widens'
}

/** The effect of another limit under a keyword; undefined is no limit. */
export function effectOnLimit(keyword: string, before: Json | undefined, after: Json | undefined): Effect {
  if (before === undefined) return 'narrows'
  if (after === undefined) return 'widens'
  const order = compareNumbers(after, before)
  const side = LIMITS[keyword]
  if (order === undefined || side === undefined || side === 'other') return 'differs'
  return order > 0 === (side === 'lower') ? 'narrows' : 'widens'
}
