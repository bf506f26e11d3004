import { valueAt, withValueAt } from '@assay/contract'
import { breakingWays, validDrafts } from '@assay/payloads'
import { type Draft, sealDraft } from '@assay/rules'
import fc from 'fast-check'
import type { benchOf } from '../providers.ts'
import { wireBytes } from './wire-bytes.ts'

type Bench = ReturnType<typeof benchOf>

/** Valid requests as bytes, each with references of its own. */
export function validRequests(bench: Bench, count: number, from = 0): readonly Buffer[] {
  const { operation, setting } = bench
  const drafts = fc.sample(validDrafts(operation, setting), { numRuns: Math.min(count, 2000), seed: 1 })
  return Array.from({ length: count }, (_, index) => {
    const draft = drafts[index % drafts.length]
    if (draft === undefined) throw new Error('No valid payload was made.')
    return sealed(bench, withReferences(draft, bench, from + index))
  })
}

/** Requests that break one documented rule each, in every way there is. */
export function brokenRequests(bench: Bench): readonly Buffer[] {
  const { operation, setting } = bench
  const instants = operation.roles.filter(({ role }) => role === 'instant').map(({ at }) => at)
  return operation.rules
    .filter(({ side, outcome }) => side === 'request' && outcome === 'must-refuse')
    .flatMap((rule) =>
      breakingWays(operation, rule, setting).flatMap(({ drafts }) =>
        fc
          .sample(drafts, { numRuns: 3, seed: 1 })
          // What comes too late by a second comes in time a second later, and a repeated request is a valid one at first.
          .filter(({ body, repeated }) => !repeated && instants.every((at) => valueAt(body, at) === undefined))
          .map((draft) => sealed(bench, draft)),
      ),
    )
}

function withReferences(draft: Draft, { operation }: Bench, number: number): Draft {
  const places = operation.rules.filter(({ kind }) => kind === 'unique').map(({ at }) => at)
  return { ...draft, body: places.reduce((body, at) => withValueAt(body, at, `bench-${number}`), draft.body) }
}

function sealed({ operation, mock }: Bench, draft: Draft): Buffer {
  return wireBytes(sealDraft(draft, operation, { credentials: mock.credentials, now: Date.now(), basePath: mock.base }))
}
