import { certify, planOf } from '@assay/certify'
import { sealDraft } from '@assay/rules'
import { atLeast, type Measure, type Row } from '../measure.ts'
import { benchOf, measured } from '../providers.ts'
import { inTurn } from '../rounds.ts'
import { startServer } from '../servers/start-server.ts'
import { share } from './mock-share.ts'

/** How many requests a second a certification sends, judging every answer, beside a loop that only fetches one after the other. */
export const certifyRate: Measure = {
  ids: ['P11'],
  async run({ rounds }) {
    const rows: Row[] = []
    for (const provider of measured) {
      const { contract, operation, mock } = benchOf(provider)
      const server = await startServer('mock-server', provider)
      const baseUrl = `http://127.0.0.1:${server.port}${mock.base}`
      const options = { baseUrl, credentials: mock.credentials, seed: 1, accountKnown: true }
      const plan = planOf(contract, options)
      const once = async (): Promise<number> => {
        await server.reset()
        const begun = performance.now()
        for await (const event of certify(contract, options, plan)) {
          if (event.type !== 'finished') continue
          if (event.report.verdict !== 'conforms')
            throw new Error(`The mock of ${provider} does not conform: ${event.report.reason}`)
          return event.report.requests / ((performance.now() - begun) / 1000)
        }
        throw new Error('The certification did not finish.')
      }
      const fetched = async (): Promise<number> => {
        await server.reset()
        const { origin } = new URL(baseUrl)
        const begun = performance.now()
        for (const { draft } of plan.cases) {
          const sent = sealDraft(draft, operation, {
            credentials: mock.credentials,
            now: Date.now(),
            basePath: mock.base,
          })
          const answer = await fetch(`${origin}${sent.pathAndQuery}`, {
            method: sent.method,
            headers: sent.headers,
            body: Buffer.from(sent.bytes),
          })
          await answer.arrayBuffer()
        }
        return plan.cases.length / ((performance.now() - begun) / 1000)
      }
      // Both warm up: a long run is what is compared.
      for (let time = 0; time < 3; time += 1) {
        await fetched()
        await once()
      }
      const { ratio } = await inTurn(rounds, fetched, once)
      await server.stop()
      rows.push({
        id: 'P11',
        what: `certification of ${provider}, requests/s, share of a sequential fetch loop`,
        value: share(ratio),
        must: '0.5',
        stretch: '1',
        verdict: atLeast(ratio, 0.5, 1),
      })
    }
    return rows
  },
}
