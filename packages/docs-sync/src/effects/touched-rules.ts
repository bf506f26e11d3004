import type { Json, Operation, Rule } from '@assay/contract'
import type { Change } from '../drift/change.ts'
import { namesPlace, partOf, placeForms } from './place-forms.ts'
import { leadsTo, ruleTexts } from './rule-pointers.ts'

/** The ids of the rules that speak of a changed place, or rest on it: by their pointer, what they compare with, their error or their evidence. */
export function touchedRules(change: Change, operation: Operation): readonly string[] {
  return operation.rules.filter((rule) => isTouched(rule, change)).map(({ id }) => id)
}

function isTouched(rule: Rule, change: Change): boolean {
  const forms = placeForms(change)
  // Wording is the evidence of exactly the place where it stands; what became of a member holds for all below it.
  const rests = rule.evidence.some(({ at }) =>
    change.subject === 'prose' ? forms.includes(at) : namesPlace(at, forms),
  )
  if (rests) return true
  const part = partOf(change)
  if (part === undefined) return false
  if (part.side === 'access') return change.subject === 'auth' && isAboutAccess(rule)
  if (part.error !== undefined)
    return rule.answer?.example === (change.action === 'renamed' ? change.before : part.error)
  const { at } = change
  if (at === undefined || change.subject === 'example') return false
  if (part.side === 'answer' && rule.side === 'answer' && !coversStatus(rule, part.status ?? '')) return false
  const isWhole = at === '' ? (text: string) => text === '' : (text: string) => leadsTo(text, at)
  if (rule.side === part.side && isWhole(rule.at)) return true
  const parent = at.slice(0, Math.max(0, at.lastIndexOf('/')))
  const name = at.slice(at.lastIndexOf('/') + 1)
  const declared = { when: (rule.when ?? []) as unknown as Json, ...rule.parameters }
  return [...ruleTexts(declared, rule.side)].some(({ text, side, isItem }) =>
    side === part.side && text.startsWith('/')
      ? leadsTo(text, at) && at !== ''
      : isItem && text === name && rule.side === part.side && rule.at === parent,
  )
}

/** A rule about the headers that carry key and signature has no place in a body. */
function isAboutAccess(rule: Rule): boolean {
  return rule.side === 'request' && (rule.kind === 'key' || rule.kind === 'signature')
}

function coversStatus(rule: Rule, status: string): boolean {
  return (rule.responses ?? []).some(
    (one) => one === status || one === 'default' || one.toUpperCase() === `${status.charAt(0)}XX`,
  )
}
