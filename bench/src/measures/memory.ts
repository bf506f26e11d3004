import { certify, planOf } from '@assay/certify'
import { load } from '../load/raw-client.ts'
import { validRequests } from '../load/request-pools.ts'
import { atMost, type Measure } from '../measure.ts'
import { benchOf } from '../providers.ts'
import { startServer } from '../servers/start-server.ts'

const MOST_MB = 10

/** What a mock's values take after many requests, beside what they took after the first tenth of them. */
export const mockMemory: Measure = {
  ids: ['R17'],
  async run({ requests }) {
    const bench = benchOf('alphapo')
    const mock = await startServer('mock-server', 'alphapo')
    // Valid and new each time but in its references, which an account remembers for good: the list of them is the test's, not the mock's.
    const pool = validRequests(bench, 5000)
    const send = async (count: number): Promise<void> => {
      let left = count
      while (left > 0) {
        const some = Math.min(left, pool.length)
        let index = 0
        await load({
          port: mock.port,
          connections: 16,
          next: () => (index < some ? pool[index++] : undefined),
          expected: () => true,
        })
        await mock.reset()
        left -= some
      }
    }
    await send(Math.ceil(requests / 10))
    const before = await mock.memory('heap')
    await send(Math.floor(requests * 0.9))
    const grown = ((await mock.memory('heap')) - before) / 2 ** 20
    await mock.stop()
    return [
      {
        id: 'R17',
        what: `mock, memory grown over ${requests.toLocaleString('en')} requests`,
        value: `${grown.toFixed(1)} MB`,
        must: `${MOST_MB} MB`,
        verdict: atMost(grown, MOST_MB),
      },
    ]
  },
}

/** What certifying takes after many cases, beside what it took after the first tenth of them. */
export const certifyMemory: Measure = {
  ids: ['M1'],
  async run({ cases }) {
    const { contract, mock } = benchOf('alphapo')
    const options = {
      baseUrl: `http://127.0.0.1:1${mock.base}`,
      credentials: mock.credentials,
      seed: 1,
      accountKnown: true,
      transport: (request: Request) => mock.fetch(request),
    }
    let done = 0
    const until = async (count: number): Promise<number> => {
      while (done < count) {
        mock.control.reset()
        const plan = planOf(contract, { ...options, seed: done })
        for await (const event of certify(contract, { ...options, seed: done }, plan))
          if (event.type === 'case-finished') done += 1
      }
      for (let times = 0; times < 3; times += 1) globalThis.gc?.()
      return process.memoryUsage().heapUsed / 2 ** 20
    }
    const before = await until(cases / 10)
    const grown = (await until(cases)) - before
    return [
      {
        what: `certification, memory grown over ${done.toLocaleString('en')} cases, each run planned anew`,
        value: `${grown.toFixed(1)} MB`,
        must: `${MOST_MB} MB`,
        verdict: atMost(grown, MOST_MB),
      },
    ]
  },
}
