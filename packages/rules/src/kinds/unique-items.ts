import { type Json, valueAt } from '@assay/contract'
import { z } from 'zod'
import { defineKeyword, type KeywordParameters } from '../keyword-rule.ts'
import { changing } from '../replacing.ts'
import type { RequestRuleKind } from '../rule-kind.ts'
import { sameJson } from '../same-json.ts'

/** JSON Schema 2020-12, Validation 6.4.3: no two items are equal. */
export const uniqueItems: RequestRuleKind<KeywordParameters<boolean>> = defineKeyword<boolean>({
  kind: 'uniqueItems',
  value: z.boolean(),
  applies: (value, asked) => asked && Array.isArray(value),
  test: (value) => {
    if (!Array.isArray(value)) return true
    const texts = new Set(value.filter((item) => typeof item === 'string'))
    const others = value.filter((item) => typeof item !== 'string')
    if (texts.size + others.length < value.length) return false
    return others.every((item, index) => !others.slice(0, index).some((earlier) => sameJson(earlier, item)))
  },
  says: () => 'has an item twice',
  breaks: ({ at, limit, schema, drafts }) => {
    if (!limit || (schema.maxItems ?? 2) < 2) return []
    const filled = drafts.filter((draft) => sizeOf(valueAt(draft.body, at)) > 0)
    const twice = changing(filled, at, (value) => {
      const items = Array.isArray(value) ? value : []
      const [first = null] = items
      return items.length > 1 ? [...items.slice(0, -1), first] : [first, first]
    })
    return [{ way: `an item twice at ${at}`, drafts: twice }]
  },
})

function sizeOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0
}
