import { join } from 'node:path'
import { readContract } from '@assay/contract'
import { atMost, type Measure, type Row } from '../measure.ts'
import { measured, root, ruleKinds } from '../providers.ts'
import { median } from '../rounds.ts'

/** From documents to a contract with all contradictions listed, in one process. */
export const readDocuments: Measure = {
  ids: ['P13'],
  async run({ rounds }) {
    const rows: Row[] = []
    for (const provider of measured) {
      const place = join(root, 'specs', provider)
      const times: number[] = []
      let contradictions = 0
      for (let round = 0; round <= rounds; round += 1) {
        const begun = performance.now()
        const contract = await readContract(place, { kinds: ruleKinds })
        times.push(performance.now() - begun)
        contradictions = contract.contradictions.length
      }
      // The first loads the parsers.
      const took = median(times.slice(1))
      rows.push({
        id: 'P13',
        what: `documents of ${provider} to a contract with its ${contradictions} contradictions`,
        value: `${took.toFixed(0)} ms`,
        must: '100 ms',
        stretch: '50 ms',
        verdict: atMost(took, 100, 50),
      })
    }
    return rows
  },
}
