import type { ServerResponse } from 'node:http'
import { certify, reportOf } from '@assay/certify'
import { zooCredentials } from '../in-process.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'
import { scriptedTarget } from './scripted-target.ts'

const TIMEOUT_SECONDS = 1
const { provider, path } = knownProviders.alphapo

const repeated = (response: ServerResponse, text: string, milliseconds: number): void => {
  const timer = setInterval(() => response.destroyed || response.write(text), milliseconds)
  response.on('close', () => clearInterval(timer))
}
const manners: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['silent', () => undefined],
  ['slow in its body', (response) => repeated(response.writeHead(200), ' ', 50)],
  ['endless in its body', (response) => repeated(response.writeHead(200), 'x'.repeat(60_000), 1)],
  ['silent after its head', (response) => response.writeHead(200, { 'content-length': '10' }).flushHeaders()],
  ['endless in its head', (response) => repeatedHead(response)],
]

function repeatedHead({ socket }: ServerResponse): void {
  socket?.write('HTTP/1.1 200 OK\r\n')
  const timer = setInterval(() => socket?.destroyed || socket?.write('x-more: 1\r\n'), 20)
  socket?.on('close', () => clearInterval(timer))
}

/** A target that never ends an answer ends the run in time. */
export const endlessTargets: Proof = {
  row: 'R6',
  says: 'runs against endless, slow and silent targets that took longer than the timeout and a second',
  rounds: 50,
  async round(index) {
    const [name, act] = manners[index % manners.length] ?? manners[0] ?? ['', () => undefined]
    await using target = await scriptedTarget(provider, path, (_number, response) => {
      act(response)
      return true
    })
    const contract = zooContract('alphapo')
    const options = {
      baseUrl: target.baseUrl,
      credentials: zooCredentials,
      seed: 1,
      level: 'quick',
      timeoutSeconds: TIMEOUT_SECONDS,
    } as const
    const events = certify(contract, options)
    // Planning is over when the first event comes.
    await events.next()
    const started = performance.now()
    const report = await reportOf(events)
    const seconds = (performance.now() - started) / 1000
    if (report.verdict !== 'inconclusive') return `a target ${name} got the verdict ${report.verdict}`
    return seconds <= TIMEOUT_SECONDS + 1 ? undefined : `a target ${name} took ${seconds.toFixed(2)} s`
  },
}
