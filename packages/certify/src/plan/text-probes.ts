import { withValueAt } from '@assay/contract'
import type { PlanBench } from './bench.ts'
import { freeTextMembers } from './free-text-members.ts'
import type { PlannedCase } from './planned.ts'
import { referencePointers } from './reference-pointers.ts'
import { topMembers } from './top-members.ts'
import { urlProbes } from './url-probes.ts'
import type { ValidPool } from './valid-pool.ts'
import { REFERENCE } from './with-fresh-references.ts'

const texts: readonly (readonly [name: string, way: string, around: (text: string) => string])[] = [
  ['unicode', 'letters beyond ASCII', (text) => `${text} żółć 東京`],
  ['spaces', 'spaces before and after', (text) => `  ${text}  `],
  ['markup', 'the characters of markup', (text) => `${text} &<>"'`],
  ['emoji', 'emoji', (text) => `${text} 🪙👩‍👧`],
  ['capitals', 'capitals and small letters', (text) => `${text} AbC`],
  ['combining', 'combining characters', (text) => `${text} e\u0301o\u0308`],
]

/** Probes of texts: members that take any text by their contract, with characters that are easily lost. */
export function textProbes(bench: PlanBench, pool: ValidPool, most: number): readonly PlannedCase[] {
  const references = referencePointers(bench.operation)
  const members = freeTextMembers(bench.operation)
    .filter((at) => !bench.setting.pins?.has(at))
    .map((at) => ({ at, base: pool.having(at) }))
  // One text after the other in all members, so that few of them still show every text.
  const cases = texts.flatMap(([name, way, around]) =>
    members.flatMap(({ at, base }): PlannedCase[] => {
      if (base === undefined) return []
      const value = around(references.includes(at) ? REFERENCE : 'Order 17')
      const draft = { ...base, body: withValueAt(base.body, at, value) }
      if (!bench.keepsAll(draft)) return []
      return [
        {
          name: `probe/${name}${at}`,
          phase: 'accepts',
          way: `${way} at ${at}`,
          draft,
          round: 5,
          expectation: { outcome: 'probe' },
        },
      ]
    }),
  )
  return [
    ...spread([...cases, ...emailProbes(bench, pool)], most),
    ...spread(urlProbes(bench, pool), Math.ceil(most / 3)),
  ]
}

/** An email address in capitals and small letters: an echo of it in small ones is none. */
function emailProbes(bench: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  return topMembers(bench.operation).flatMap(({ at, schema }): PlannedCase[] => {
    const isEmail = schema.format === 'email' && !bench.setting.pins?.has(at)
    const base = isEmail ? pool.having(at) : undefined
    if (base === undefined) return []
    const draft = { ...base, body: withValueAt(base.body, at, 'Jane.Doe@example.com') }
    const way = `capitals and small letters at ${at}`
    if (!bench.keepsAll(draft)) return []
    return [{ name: `probe/capitals${at}`, phase: 'accepts', way, draft, round: 5, expectation: { outcome: 'probe' } }]
  })
}

/** So many of the items, from all over the list. */
function spread<Item>(items: readonly Item[], most: number): readonly Item[] {
  if (items.length <= most) return items
  return items.filter(
    (_, index) => Math.floor((index * most) / items.length) !== Math.floor(((index - 1) * most) / items.length),
  )
}
