import type { RuleReport } from '@assay/certify'

/** A limit a rule sets: what the documents say of it, and what was measured. */
export interface Limit {
  readonly rule: RuleReport
  /** `at most`, `at least`. */
  readonly direction: string
  readonly documented?: string
  readonly measured?: string
}

const upper = /^max|maximum/i
const lower = /^min|minimum/i

/** The limit that a rule sets, or undefined where it sets none. Asked of what the rule declares, not of whose rule it is. */
export function limitOf(rule: RuleReport): Limit | undefined {
  const { kind = '', parameters = {}, learned, side, verdict, cases } = rule
  if (side !== 'request') return undefined
  const bound = typeof parameters.bound === 'string' ? parameters.bound : kind
  const isUpper = upper.test(bound) || /Maximum$/.test(bound) || kind.includes('places')
  const isLower = lower.test(bound) || /Minimum$/.test(bound)
  if (!isUpper && !isLower) return undefined
  const { value } = parameters
  const documented = typeof value === 'number' || typeof value === 'string' ? String(value) : undefined
  const direction = `${kind.startsWith('exclusive') ? (isUpper ? 'less than' : 'more than') : isUpper ? 'at most' : 'at least'}`
  const measured =
    learned === undefined
      ? documented !== undefined && verdict === 'pass' && cases > 0
        ? `${documented}, as documented`
        : verdict === 'fail'
          ? 'not kept'
          : undefined
      : learned.currencies === undefined
        ? `${learned.limit} ${learned.unit}`
        : Object.entries(learned.currencies)
            .map(([code, limit]) => `${code} ${limit}`)
            .join(', ')
  return {
    rule,
    direction,
    ...(documented === undefined ? {} : { documented }),
    ...(measured === undefined ? {} : { measured }),
  }
}
