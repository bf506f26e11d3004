import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { load } from '../load/raw-client.ts'
import { validRequests } from '../load/request-pools.ts'
import type { Measure } from '../measure.ts'
import { benchOf, measured, root } from '../providers.ts'
import { inTurn } from '../rounds.ts'
import { startServer } from '../servers/start-server.ts'
import { share } from './mock-share.ts'
import { untilAnswered } from './until-answered.ts'

/** A peer to compare with: Prism as a mock of the same document, without its log. It checks no signature, no duplicate and no rule of the prose. */
export const prismShare: Measure = {
  ids: ['P1'],
  async run({ rounds, seconds }) {
    const rows = []
    for (const provider of measured) {
      const bench = benchOf(provider)
      const port = await freePort()
      const prism = spawn(
        join(import.meta.dirname, '../../node_modules/.bin/prism'),
        [
          'mock',
          '--port',
          String(port),
          '--host',
          '127.0.0.1',
          '--verboseLevel',
          'silent',
          join(root, 'specs', provider, 'openapi.yaml'),
        ],
        { stdio: 'ignore' },
      )
      const bare = await startServer('bare-server')
      try {
        await untilAnswered(port, 30_000)
        // Prism knows the paths of operations alone.
        const bytes = validRequests(bench, 2000).map((one) =>
          Buffer.from(one.toString('latin1').replace(bench.mock.base, ''), 'latin1'),
        )
        const counts = { answered: 0, refused: 0 }
        const rate = async (at: number): Promise<number> => {
          let index = 0
          const done = await load({
            port: at,
            connections: 16,
            seconds,
            next: () => bytes[index++ % bytes.length],
            expected: (status) => status < 300,
          })
          if (at === port) {
            counts.answered += done.answered
            counts.refused += done.unexpected
          }
          return done.answered / done.seconds
        }
        await rate(port)
        const compared = await inTurn(
          rounds,
          () => rate(bare.port),
          () => rate(port),
        )
        rows.push({
          what: `Prism as a mock of ${provider}, valid requests (it refuses ${Math.round((100 * counts.refused) / counts.answered)} % of them), share of a bare node:http`,
          value: share(compared.ratio),
        })
      } finally {
        const ended = once(prism, 'exit')
        prism.kill()
        await Promise.all([ended, bare.stop()])
      }
    }
    return rows
  },
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
