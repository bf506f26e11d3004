import { load } from '../load/raw-client.ts'
import { brokenRequests, validRequests } from '../load/request-pools.ts'
import { atLeast, atMost, type Measure, type Row } from '../measure.ts'
import { benchOf, measured } from '../providers.ts'
import { inTurn, median } from '../rounds.ts'
import { startServer } from '../servers/start-server.ts'

const CONNECTIONS = 16

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
      const slowest: number[] = []
      const unexpected = { count: 0 }
      const turn = async (port: number, bytes: readonly Buffer[], expected: (status: number) => boolean) => {
        let index = 0
        const done = await load({
          port,
          connections: CONNECTIONS,
          seconds,
          next: () => bytes[index++ % bytes.length],
          expected,
        })
        unexpected.count += done.unexpected
        return done
      }
      const rate = async (...of: Parameters<typeof turn>): Promise<number> => {
        const done = await turn(...of)
        return done.answered / done.seconds
      }
      const any = (): boolean => true
      const ok = (status: number): boolean => status < 300
      // Both warm up.
      await turn(bare.port, valid, any)
      await turn(mock.port, valid, any)
      unexpected.count = 0
      const accepted = await inTurn(
        rounds,
        () => rate(bare.port, valid, any),
        async () => {
          await mock.reset()
          const done = await turn(mock.port, valid, ok)
          slowest.push(percentile(done.latencies, 0.99))
          return done.answered / done.seconds
        },
      )
      await turn(mock.port, broken, any)
      const refused = await inTurn(
        rounds,
        () => rate(bare.port, broken, any),
        () => rate(mock.port, broken, (status) => status >= 400 && status < 500),
      )
      const memory = (await mock.memory('rss')) / 2 ** 20
      await Promise.all([bare.stop(), mock.stop()])
      if (unexpected.count > 0)
        throw new Error(`The mock of ${provider} gave ${unexpected.count} answers that were not expected.`)
      const late = median(slowest)
      rows.push(
        {
          id: 'P1',
          what: `mock of ${provider}, valid requests, share of a bare node:http`,
          value: share(accepted.ratio),
          must: '0.30',
          stretch: '0.50',
          verdict: atLeast(accepted.ratio, 0.3, 0.5),
        },
        {
          id: 'P2',
          what: `mock of ${provider}, broken requests, share of a bare node:http`,
          value: share(refused.ratio),
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

/** A ratio as the table shows it. */
export function share(ratio: number): string {
  return ratio.toFixed(2)
}

function percentile(numbers: readonly number[], part: number): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)] ?? Number.NaN
}
