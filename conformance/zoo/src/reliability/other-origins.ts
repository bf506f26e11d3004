import { certify, reportOf } from '@assay/certify'
import { zooCredentials } from '../in-process.ts'
import { knownProviders, type ProviderId } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'
import { scriptedTarget } from './scripted-target.ts'

const ids = Object.keys(knownProviders) as readonly ProviderId[]
const redirects = [301, 302, 303, 307, 308] as const

/** Whatever a target answers and a contract lists, no other origin is contacted and no redirect is followed. */
export const otherOrigins: Proof = {
  row: 'R5',
  says: 'runs that contacted another origin, by a redirect, a link or a server of the contract',
  rounds: 25,
  async round(index) {
    const id = ids[index % ids.length] ?? 'alphapo'
    const status = redirects[Math.floor(index / ids.length) % redirects.length] ?? 302
    const { provider, path } = knownProviders[id]
    await using other = await scriptedTarget(provider, path, () => false)
    const away = { location: `${other.baseUrl}${path}`, refresh: `0; url=${other.baseUrl}`, link: `<${other.baseUrl}>` }
    await using target = await scriptedTarget(provider, path, (number, response) => {
      // The doctor goes on only where it is answered.
      if (number < 3 || number % 2 === 0) return false
      response.writeHead(status, away).end()
      return true
    })
    const contract = { ...zooContract(id), servers: [other.baseUrl] }
    const { baseUrl } = target
    const options = { baseUrl, credentials: zooCredentials, seed: index, level: 'quick', timeoutSeconds: 2 } as const
    const { requests } = await reportOf(certify(contract, options))
    if (target.received() < 20) return `${id}: only ${target.received()} requests arrived`
    if (other.received() > 0) return `${id} with ${status}: ${other.received()} requests went elsewhere`
    return requests === target.received() ? undefined : `${id}: ${requests} were counted, ${target.received()} arrived`
  },
}
