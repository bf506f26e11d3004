import type { RuleReport } from '@assay/certify'

/** A limit that a rule sets: what the documents say of it, and what was measured. */
export interface Limit {
  readonly rule: RuleReport
  readonly bound: 'upper' | 'lower'
  /** `at most`, `more than`. */
  readonly direction: string
  /** With its unit, where it has one. */
  readonly documented?: string
  readonly measured?: string
  /** What is limited, where that is not the field's value: `characters`, `decimal places`. */
  readonly counts?: string
}

const counted: readonly (readonly [RegExp, string])[] = [
  [/length/i, 'characters'],
  [/properties/i, 'members'],
  [/items/i, 'entries'],
  [/places/i, 'decimal places'],
]

/** The limit that a rule sets, or undefined where it sets none. Asked of what the rule declares, not of whose rule it is. */
export function limitOf(rule: RuleReport): Limit | undefined {
  const { kind = '', parameters = {}, side } = rule
  if (side !== 'request') return undefined
  const named = typeof parameters.bound === 'string' ? parameters.bound : kind
  const isUpper = /^max|Maximum$|places/.test(named)
  if (!isUpper && !/^min|Minimum$/.test(named)) return undefined
  const counts = counted.find(([pattern]) => pattern.test(kind))?.[1]
  const { value } = parameters
  const unit = counts === undefined ? '' : ` ${value === 1 ? singular(counts) : counts}`
  const documented = typeof value === 'number' || typeof value === 'string' ? `${value}${unit}` : undefined
  const measured = measuredOf(rule, documented)
  const exclusive = kind.startsWith('exclusive')
  return {
    rule,
    bound: isUpper ? 'upper' : 'lower',
    direction: isUpper ? (exclusive ? 'less than' : 'at most') : exclusive ? 'more than' : 'at least',
    ...(documented === undefined ? {} : { documented }),
    ...(measured === undefined ? {} : { measured }),
    ...(counts === undefined ? {} : { counts }),
  }
}

function measuredOf({ learned, verdict, cases }: RuleReport, documented: string | undefined): string | undefined {
  if (learned?.currencies !== undefined) {
    return Object.entries(learned.currencies)
      .map(([code, limit]) => `${limit} ${learned.unit === 'decimal places' ? 'for ' : ''}${code}`)
      .join(', ')
  }
  if (learned !== undefined)
    return `${learned.limit} ${learned.unit}${learned.unit === 'seconds' ? inDays(learned.limit) : ''}`
  if (verdict === 'fail') return 'not kept'
  return documented !== undefined && verdict === 'pass' && cases > 0 ? 'as documented' : undefined
}

/** Seconds in the longest unit that measures them evenly. */
function inDays(text: string): string {
  const seconds = Number(text)
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ] as const
  const unit = units.find(([, length]) => seconds >= length && seconds % length === 0)
  if (unit === undefined) return ''
  const count = seconds / unit[1]
  return ` (${count} ${unit[0]}${count === 1 ? '' : 's'})`
}

function singular(noun: string): string {
  return noun === 'entries' ? 'entry' : noun.replace(/s$/, '')
}
