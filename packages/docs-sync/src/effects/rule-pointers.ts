import { isJsonObject, type Json } from '@assay/contract'

/** Members of a rule under which a pointer leads into the request, whatever side the rule is of. */
const OF_REQUEST = new Set(['from', 'when', 'duration', 'instant', 'per'])

/** A text in a declaration that may be a pointer into a body, or the name of a member. */
export interface RuleText {
  readonly text: string
  readonly side: 'request' | 'answer'
  /** Where it stands in the declaration. */
  readonly path: readonly (string | number)[]
  /** It is an item of a list of names. */
  readonly isItem: boolean
}

/** Every text of a rule's declaration but its words and evidence, with the half of the exchange that a pointer there leads into. */
export function* ruleTexts(
  value: Json,
  side: 'request' | 'answer',
  path: readonly (string | number)[] = [],
): Generator<RuleText> {
  if (typeof value === 'string') yield { text: value, side, path, isItem: typeof path.at(-1) === 'number' }
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* ruleTexts(item, side, [...path, index])
  else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (
        ['id', 'kind', 'says', 'reading', 'reason', 'evidence', 'also', 'answer', 'strength', 'outcome'].includes(name)
      )
        continue
      yield* ruleTexts(member, OF_REQUEST.has(name) ? 'request' : side, [...path, name])
    }
  }
}

/** Whether a text is a JSON Pointer to a place or to one below it. */
export function leadsTo(text: string, pointer: string): boolean {
  return text === pointer || text.startsWith(`${pointer}/`)
}
