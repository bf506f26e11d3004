import { isJsonNumber, JsonNumber } from '@assay/contract'
import Big from 'big.js'
import fc from 'fast-check'
import { z } from 'zod'
import { decimalOf } from './decimal-of.ts'
import { defineKeyword, type KeywordParameters, type Place } from './keyword-rule.ts'
import { replacing } from './replacing.ts'
import type { RequestRuleKind } from './rule-kind.ts'

type Comparison = 'gte' | 'gt' | 'lte' | 'lt'

const words: Record<Comparison, string> = {
  gte: 'less than',
  gt: 'not more than',
  lte: 'more than',
  lt: 'not less than',
}

/** Makes the rule kind of a keyword that limits a number from one side. */
export function defineNumberLimit(kind: string, comparison: Comparison): RequestRuleKind<KeywordParameters<number>> {
  const inwards = comparison.startsWith('g') ? 1 : -1
  const inclusive = comparison.endsWith('e')
  return defineKeyword<number>({
    kind,
    value: z.number(),
    applies: isJsonNumber,
    // A number too large for exact arithmetic is on the side its sign says.
    test: (value, limit) => decimalOf(value)?.[comparison](limit) ?? Number(value) > 0 === inwards > 0,
    says: (limit) => `is ${words[comparison]} ${limit}`,
    breaks: ({ at, limit, schema, drafts }) => {
      const beyond = inclusive ? new Big(limit).minus(stepOf(schema).times(inwards)) : new Big(limit)
      return [{ way: `${beyond.toFixed()} at ${at}`, drafts: replacing(drafts, at, fc.constant(numberOf(beyond))) }]
    },
    edges: ({ at, limit, schema, drafts }) => {
      const step = stepOf(schema).times(inwards)
      const steps = inclusive ? [0, 1] : [1, 2]
      return steps
        .map((count) => new Big(limit).plus(step.times(count)))
        .filter((value) => within(value, schema))
        .map((value) => ({
          way: `${value.toFixed()} at ${at}`,
          drafts: replacing(drafts, at, fc.constant(numberOf(value))),
        }))
    },
  })
}

/** The distance of neighbouring values: what the schema says, else a cent. */
function stepOf(schema: Place<number>['schema']): Big {
  if (schema.multipleOf !== undefined) return new Big(schema.multipleOf)
  return new Big(
    schema.type === 'integer' || (Array.isArray(schema.type) && schema.type.includes('integer')) ? 1 : '0.01',
  )
}

function within(
  value: Big,
  { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Place<number>['schema'],
): boolean {
  return (
    (minimum === undefined || value.gte(minimum)) &&
    (maximum === undefined || value.lte(maximum)) &&
    (exclusiveMinimum === undefined || value.gt(exclusiveMinimum)) &&
    (exclusiveMaximum === undefined || value.lt(exclusiveMaximum))
  )
}

function numberOf(value: Big): number | JsonNumber {
  return value.c.length > 15 ? new JsonNumber(value.toFixed()) : value.toNumber()
}
