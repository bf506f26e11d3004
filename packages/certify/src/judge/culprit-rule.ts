import type { Operation, Rule } from '@assay/contract'

/** Kinds of rules that say which values a member takes, those that say it most closely first. */
const kinds = [
  'enum',
  'const',
  'pattern',
  'known-value',
  'allowed-pair',
  'format',
  'maxLength',
  'minLength',
  'minimum',
  'maximum',
  'type',
]

/** The documented rule that says which values are taken at a place; undefined where none does. */
export function culpritRule({ rules }: Operation, at: string): Rule | undefined {
  const there = rules.filter(
    (rule) => rule.side === 'request' && rule.at === at && rule.outcome === 'must-refuse' && kinds.includes(rule.kind),
  )
  return there.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))[0]
}
