import type { RuleReport } from '@assay/certify'

/** The part of an exchange that a rule speaks of, as a path for people: `amount`, `currency.iso`, `answer data.id`; what is no field is named by the rule's first word. */
export function fieldOf({ id, side, at }: RuleReport): string {
  const path = (at ?? '')
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
  if (path === '') return side === 'answer' ? 'answer' : (id.split('.')[0] ?? id)
  return side === 'answer' ? `answer ${path}` : path
}
