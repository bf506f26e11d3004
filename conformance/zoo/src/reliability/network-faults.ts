import type { ServerResponse } from 'node:http'
import { certify, type Plan, planOf, reportOf } from '@assay/certify'
import { zooCredentials } from '../in-process.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'
import { scriptedTarget } from './scripted-target.ts'

const { provider, path } = knownProviders.alphapo
const faults: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ['a hang', () => undefined],
  ['a reset', (response) => response.socket?.resetAndDestroy()],
  ['a closed connection', (response) => response.socket?.destroy()],
  ['half a body', (response) => half(response, 100)],
  ['half a head', (response) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Le')],
  ['what is no HTTP', (response) => response.socket?.end('SSH-2.0-hello\r\n')],
  ['a gateway that cannot reach it', (response) => response.writeHead(502).end('<h1>Bad gateway</h1>')],
]

function half(response: ServerResponse, length: number): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(length) })
  response.write('{"data":', () => response.socket?.destroy())
}

/** Every so many requests the fault strikes, by the round. */
const distances = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71] as const
let plan: Plan | undefined

/** What breaks on the way is never said to break a documented rule. */
export const networkFaults: Proof = {
  row: 'R7',
  says: 'network faults called a contract violation',
  rounds: faults.length * distances.length,
  async round(index) {
    const [name, act] = faults[index % faults.length] ?? faults[0] ?? ['', () => undefined]
    const distance = distances[Math.floor(index / faults.length) % distances.length] ?? 2
    await using target = await scriptedTarget(provider, path, (number, response) => {
      if (number < 3 || number % distance !== 0) return false
      act(response)
      return true
    })
    const contract = zooContract('alphapo')
    const { baseUrl } = target
    const options = { baseUrl, credentials: zooCredentials, seed: 1, level: 'quick', timeoutSeconds: 0.3 } as const
    plan ??= planOf(contract, options)
    const { rules } = await reportOf(certify(contract, options, plan))
    const blamed = rules.filter(({ id, verdict }) => verdict === 'fail' && !id.startsWith('http.'))
    const [first] = blamed
    if (first === undefined) return undefined
    return `${name} every ${distance} requests: ${first.id}: ${first.findings[0]?.case} ${first.findings[0]?.says}`
  },
}
