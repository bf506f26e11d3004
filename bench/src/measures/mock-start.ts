import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { atMost, type Measure } from '../measure.ts'
import { assay } from '../providers.ts'
import { inTurn } from '../rounds.ts'
import { untilAnswered } from './until-answered.ts'

/** From starting `assay mock` to its first answer, beside a bare server. */
export const mockStart: Measure = {
  ids: ['P4'],
  async run({ rounds }) {
    // Below the ports that outgoing connections take.
    let port = 21_000
    const start = async (parameters: (at: number) => readonly string[]): Promise<number> => {
      port += 1
      const child = spawn(process.execPath, parameters(port), { stdio: 'ignore' })
      const took = await untilAnswered(port, 20_000)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      return took
    }
    const bare = (at: number): readonly string[] => [
      '-e',
      `require('http').createServer((q, r) => r.end()).listen(${at}, '127.0.0.1')`,
    ]
    const { ratio, ours, reference } = await inTurn(
      rounds,
      () => start(bare),
      () => start((at) => [assay, 'mock', 'alphapo', '--port', String(at)]),
    )
    return [
      {
        id: 'P4',
        what: `\`assay mock\`, start to first answer (a bare server: ${reference.toFixed(0)} ms, ${ratio.toFixed(1)} times)`,
        value: `${ours.toFixed(0)} ms`,
        must: '250 ms',
        stretch: '150 ms',
        verdict: atMost(ours, 250, 150),
      },
    ]
  },
}
