import { isJsonNumber } from '@assay/contract'
import Big from 'big.js'
import { z } from 'zod'
import { decimalLike, decimalOf } from '../decimal-of.ts'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { changing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** JSON Schema 2020-12, Validation 6.2.1, in exact decimal arithmetic. */
export const multipleOf: RequestRuleKind<KeywordParameters<number>> = defineKeyword<number>({
  kind: 'multipleOf',
  value: z.number().positive(),
  applies: isJsonNumber,
  test: (value, divisor) => decimalOf(value)?.mod(divisor).eq(0) ?? true,
  says: (divisor) => `is not a multiple of ${divisor}`,
  breaks: ({ at, limit, schema, drafts }) => {
    const whole = schema.type === 'integer'
    // Every integer is a multiple of one.
    if (whole && limit === 1) return []
    const part = whole ? new Big(1) : new Big(limit).div(2)
    return [
      {
        way: `a value at ${at} between two multiples of ${limit}`,
        drafts: changing(drafts, at, (value) => {
          const base = decimalOf(value) ?? new Big(0)
          const above = base.plus(part)
          const fits = schema.maximum === undefined || above.lte(schema.maximum)
          return decimalLike(1, (fits ? above : base.minus(part)).toFixed())
        }),
      },
    ]
  },
})
