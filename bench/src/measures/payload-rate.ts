import { validDrafts } from '@assay/payloads'
import fc from 'fast-check'
import { generateSync } from 'json-schema-faker'
import { atLeast, type Measure, type Row } from '../measure.ts'
import { benchOf } from '../providers.ts'
import { alphapoByHand, alphapoObjection } from '../reference/alphapo.ts'
import { finraxByHand, finraxObjection } from '../reference/finrax.ts'
import { inTurn } from '../rounds.ts'
import { share } from './mock-share.ts'

const references = [
  { provider: 'alphapo', byHand: alphapoByHand, objection: alphapoObjection },
  { provider: 'finrax', byHand: finraxByHand, objection: finraxObjection },
] as const

/** How many valid payloads a second are made, beside generators written by hand for the one provider, and how many of them are right and distinct. */
export const payloadRate: Measure = {
  ids: ['P6'],
  async run({ rounds, payloads }) {
    const rows: Row[] = []
    for (const { provider, byHand, objection } of references) {
      const { operation, setting } = benchOf(provider)
      const drafts = validDrafts(operation, setting)
      let seed = 0
      const rate = (make: () => void): number => {
        seed += 1
        const begun = performance.now()
        make()
        return payloads / ((performance.now() - begun) / 1000)
      }
      const ours = (): number => rate(() => fc.sample(drafts, { numRuns: payloads, seed }))
      const reference = (): number => rate(() => fc.sample(byHand, { numRuns: payloads, seed }))
      const made = fc.sample(drafts, { numRuns: payloads, seed: 77 }).map(({ body }) => body as Record<string, unknown>)
      const wrong = made.map(objection).filter((one) => one !== undefined)
      const wrongByHand = fc
        .sample(byHand, { numRuns: payloads, seed: 77 })
        .map((body) => objection(body as Record<string, unknown>))
        .filter((one) => one !== undefined)
      if (wrongByHand.length > 0) throw new Error(`The reference of ${provider} is wrong itself: ${wrongByHand[0]}.`)
      const distinct = new Set(made.map((body) => JSON.stringify(body))).size / payloads
      reference()
      const { ratio } = await inTurn(rounds, reference, ours)
      const right = 1 - wrong.length / payloads
      rows.push({
        id: 'P6',
        what: `payloads/s of ${provider}, share of a generator by hand; ${percent(right)} keep what the page says${wrong[0] === undefined ? '' : ` (${wrong[0]})`}, ${percent(distinct)} distinct`,
        value: share(ratio),
        must: '0.6, 100 %, 99.9 %',
        stretch: '1.0',
        verdict: right === 1 && distinct >= 0.999 ? atLeast(ratio, 0.6, 1) : 'miss',
      })
      rows.push(await peer(provider, rounds, payloads, objection, reference))
    }
    return rows
  },
}

/** json-schema-faker makes payloads from the same schema and knows no rule of the prose. */
async function peer(
  provider: string,
  rounds: number,
  payloads: number,
  objection: (body: Record<string, unknown>) => string | undefined,
  reference: () => number,
): Promise<Row> {
  const { operation } = benchOf(provider)
  const count = Math.ceil(payloads / 5)
  const schema = operation.request?.schema ?? true
  let kept = 0
  let made = 0
  const { ratio } = await inTurn(rounds, reference, () => {
    const begun = performance.now()
    for (let index = 0; index < count; index += 1) {
      const body = generateSync(schema as never, { optionalsProbability: 0.5, seed: made }) as Record<string, unknown>
      made += 1
      if (objection(body) === undefined) kept += 1
    }
    return count / ((performance.now() - begun) / 1000)
  })
  return {
    what: `json-schema-faker for ${provider}, payloads/s, share of a generator by hand; ${percent(kept / made)} keep what the page says`,
    value: share(ratio),
  }
}

function percent(part: number): string {
  return `${(part * 100).toFixed(part === 1 ? 0 : 2)} %`
}
