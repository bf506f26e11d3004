import { load } from '../load/raw-client.ts'
import { brokenRequests, validRequests } from '../load/request-pools.ts'
import { atLeast, atMost, type Measure, type Row } from '../measure.ts'
import { benchOf, measured } from '../providers.ts'
import { inTurn, median } from '../rounds.ts'
import { type Served, startServer } from '../servers/start-server.ts'

const CONNECTIONS = 16
/** By number, not by time: on a busy machine little is done in a second. */
const WARM = 10_000

/** How many requests a mock answers beside a server that does nothing, valid ones and broken ones, how late at worst, and what memory it takes. */
export const mockShare: Measure = {
  ids: ['P1', 'P2', 'P3', 'P5'],
  async run({ rounds, seconds }) {
    const rows: Row[] = []
    for (const provider of measured) {
      const bench = benchOf(provider)
      const bare = await startServer('bare-server')
      const mock = await startServer('mock-server', provider)
      const valid = validRequests(bench, Math.ceil(20_000 * seconds))
      const broken = brokenRequests(bench)
      let unexpected = 0
      const turn = async (server: Served, bytes: readonly Buffer[], expected: (status: number) => boolean) => {
        let index = 0
        const begun = await server.processor()
        const done = await load({
          port: server.port,
          connections: CONNECTIONS,
          seconds,
          next: () => bytes[index++ % bytes.length],
          expected,
        })
        unexpected += done.unexpected
        const work = ((await server.processor()) - begun) / done.answered
        return { rate: done.answered / done.seconds, work, latencies: done.latencies }
      }
      const compared = async (bytes: readonly Buffer[], right: (status: number) => boolean): Promise<Shares> => {
        const any = (): boolean => true
        for (const server of [bare, mock]) {
          let left = WARM
          await load({
            port: server.port,
            connections: CONNECTIONS,
            next: () => (left > 0 ? bytes[left-- % bytes.length] : undefined),
            expected: any,
          })
        }
        const work: { readonly bare: number[]; readonly mock: number[] } = { bare: [], mock: [] }
        const late: number[] = []
        const { ratio } = await inTurn(
          rounds,
          async () => {
            const done = await turn(bare, bytes, any)
            work.bare.push(done.work)
            return done.rate
          },
          async () => {
            await mock.reset()
            const done = await turn(mock, bytes, right)
            work.mock.push(done.work)
            late.push(percentile(done.latencies, 0.99))
            return done.rate
          },
        )
        if (unexpected > 0)
          throw new Error(`The mock of ${provider} gave ${unexpected} answers that were not expected.`)
        const ratios = work.bare.map((one, round) => one / (work.mock[round] ?? Number.NaN))
        return { ratio, work: median(ratios), late: median(late) }
      }
      const accepted = await compared(valid, (status) => status < 300)
      const refused = await compared(broken, (status) => status >= 400 && status < 500)
      const memory = (await mock.memory('rss')) / 2 ** 20
      await Promise.all([bare.stop(), mock.stop()])
      const { late } = accepted
      rows.push(
        {
          id: 'P1',
          what: `mock of ${provider}, valid requests, share of a bare node:http`,
          value: shares(accepted),
          must: '0.30',
          stretch: '0.50',
          verdict: atLeast(accepted.ratio, 0.3, 0.5),
        },
        {
          id: 'P2',
          what: `mock of ${provider}, broken requests, share of a bare node:http`,
          value: shares(refused),
          must: '0.30',
          stretch: '0.50',
          verdict: atLeast(refused.ratio, 0.3, 0.5),
        },
        {
          id: 'P3',
          what: `mock of ${provider}, 99 % of answers within, ${CONNECTIONS} connections`,
          value: `${late.toFixed(1)} ms`,
          must: '10 ms',
          stretch: '6 ms',
          verdict: atMost(late, 10, 6),
        },
        {
          id: 'P5',
          what: `mock of ${provider}, memory after the load`,
          value: `${memory.toFixed(0)} MB`,
          must: '130 MB',
          stretch: '100 MB',
          verdict: atMost(memory, 130, 100),
        },
      )
    }
    return rows
  },
}

interface Shares {
  /** Requests a second, as a share of the bare server's. */
  readonly ratio: number
  /** The bare server's work for a request, as a share of the mock's: what the ratio would be if nothing else ran. */
  readonly work: number
  readonly late: number
}

function shares({ ratio, work }: Shares): string {
  return `${share(ratio)} (${share(work)} by processor time)`
}

/** A ratio as the table shows it. */
export function share(ratio: number): string {
  return ratio.toFixed(2)
}

function percentile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)] ?? Number.NaN
}
