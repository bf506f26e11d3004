import { schemaValidator } from '@assay/contract'
import { breakingWays } from '@assay/payloads'
import { sealDraft } from '@assay/rules'
import fc from 'fast-check'
import type { Measure } from '../measure.ts'
import { benchOf, measured } from '../providers.ts'

/** What a validator that knows no rules must refuse as well. */
const schemaKinds: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'required',
])

/** Of breaking payloads, sent to a mock: how many it refuses for exactly the rule that they were made to break, and a validator of the schema too where it can. */
export const breakingPayloads: Measure = {
  ids: ['P8'],
  async run({ breaking }) {
    let judged = 0
    let right = 0
    const share = Math.ceil(breaking / measured.length)
    for (const provider of measured) {
      const { operation, mock, setting } = benchOf(provider)
      const problemsOf = schemaValidator(operation.request?.schema ?? true)
      const ways = operation.rules
        .filter(({ side, outcome }) => side === 'request' && outcome === 'must-refuse')
        .flatMap((rule) => breakingWays(operation, rule, setting).map(({ drafts }) => ({ rule, drafts })))
      const each = Math.ceil(share / ways.length)
      for (const { rule, drafts } of ways) {
        for (const draft of fc.sample(drafts, { numRuns: each, seed: 3 })) {
          const { method, pathAndQuery, headers, bytes } = sealDraft(draft, operation, {
            credentials: mock.credentials,
            now: Date.now(),
            basePath: mock.base,
          })
          const request = { method, target: pathAndQuery, headers: new Headers(headers), bytes }
          mock.control.reset()
          if (draft.repeated) mock.answer(request)
          const answer = mock.answer(request)
          const found = !schemaKinds.has(rule.kind) || problemsOf(draft.body).length > 0
          judged += 1
          if (answer.rule === rule.id && found) right += 1
        }
      }
    }
    return [
      {
        id: 'P8',
        what: 'breaking payloads that break exactly the rule they are made for',
        value: `${right.toLocaleString('en')} of ${judged.toLocaleString('en')}`,
        must: 'all',
        verdict: right === judged ? 'pass' : 'miss',
      },
    ]
  },
}
