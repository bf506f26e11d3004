import { certify } from '@assay/certify'
import { createMock } from '@assay/mock'
import type { Measure } from '../measure.ts'
import { contractOf } from '../providers.ts'

/** A rule that the mock does not keep, and the seeds: each finding is shrunk to the same request, but for the references of its run. */
export const shrunkFindings: Measure = {
  ids: ['P9'],
  async run({ seeds }) {
    const contract = contractOf('alphapo')
    const rule =
      contract.operations[0]?.rules.find(({ kind, side }) => kind === 'maxLength' && side === 'request')?.id ?? ''
    const found = new Set<string>()
    let most = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const mock = createMock(contract, { off: [rule] })
      const options = {
        baseUrl: `http://127.0.0.1:1${mock.base}`,
        credentials: mock.credentials,
        seed,
        only: [rule],
        runId: `bench${seed}`,
        accountKnown: true,
        transport: (request: Request) => mock.fetch(request),
      }
      // The first finding of a rule is the one that is shrunk.
      let first = true
      for await (const event of certify(contract, options)) {
        if (event.type === 'finding' && event.rule === rule && first) {
          first = false
          found.add(withoutRun(JSON.stringify(event.finding.request)))
        }
        if (event.type === 'finished') most = Math.max(most, event.report.requests)
      }
    }
    if (found.size === 0) throw new Error(`No finding of ${rule} was made.`)
    return [
      {
        id: 'P9',
        what: `distinct shrunk findings of one fault over ${seeds} seeds, of at most ${most} requests each`,
        value: String(found.size),
        must: '1',
        stretch: '1 in 100 sends',
        verdict: found.size > 1 ? 'miss' : most <= 100 ? 'stretch' : 'pass',
      },
    ]
  },
}

/** What a run adds: its references, and what is signed with them. */
function withoutRun(text: string): string {
  return text.replaceAll(/assay-bench\d+-[\d-]+/g, 'assay-reference')
}
