import { withValueAt } from '@assay/contract'
import type { PlanBench } from './bench.ts'
import type { PlannedCase } from './planned.ts'
import { topMembers } from './top-members.ts'
import type { ValidPool } from './valid-pool.ts'

const urls: readonly (readonly [name: string, way: string, url: string])[] = [
  ['bare', 'a URL without a path', 'https://shop.example.com'],
  ['spelt', 'a URL in an unusual spelling', 'https://Shop.Example.com:443/a/../pay%7e?b=1&a=2#done'],
]

/** Probes of URLs that RFC 3986 takes for equal to shorter ones: who sends the shopper there, or echoes it, keeps every character. */
export function urlProbes(bench: PlanBench, pool: ValidPool): readonly PlannedCase[] {
  const { operation, setting } = bench
  const asked = new Set(operation.rules.filter(({ kind }) => kind === 'https-url').map(({ at }) => at))
  const members = topMembers(operation)
    .filter(({ at, schema: { format } }) => asked.has(at) || format === 'uri' || format === 'url')
    .filter(({ at }) => !setting.pins?.has(at))
  return urls.flatMap(([name, way, url]) =>
    members.flatMap(({ at }): PlannedCase[] => {
      const base = pool.having(at)
      if (base === undefined) return []
      const draft = { ...base, body: withValueAt(base.body, at, url) }
      if (!bench.keepsAll(draft)) return []
      const expectation = { outcome: 'probe' } as const
      return [
        { name: `probe/url-${name}${at}`, phase: 'accepts', way: `${way} at ${at}`, draft, round: 5, expectation },
      ]
    }),
  )
}
