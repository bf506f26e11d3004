import { certify, planOf, reportOf } from '@assay/certify'
import { inProcess, zooCredentials } from '../in-process.ts'
import { knownProviders, type ProviderId } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'

const ids = Object.keys(knownProviders) as readonly ProviderId[]
const NOW = 1_795_000_000_000

/** The same seed, clock and run id give the same bytes, planning included. */
export const sameReport: Proof = {
  row: 'R4',
  says: 'runs with the same seed, clock and run id whose reports differ in a byte',
  rounds: 100,
  async round(index) {
    const id = ids[index % ids.length] ?? 'alphapo'
    const once = async (): Promise<string> => {
      const { provider, path } = knownProviders[id]
      // Every fifth request is answered wrongly, so that the report has findings too.
      let count = 0
      const transport = inProcess(
        provider,
        path,
        () => NOW,
        (answer) => {
          count += 1
          if (count % 5 === 0 && answer.status < 300) answer.status = 202
        },
      )
      const options = {
        baseUrl: 'http://127.0.0.1:1',
        credentials: zooCredentials,
        seed: index,
        runId: `r${String(index).padStart(7, '0')}`,
        level: 'quick',
        clock: () => NOW,
        transport,
      } as const
      const contract = zooContract(id)
      return JSON.stringify(await reportOf(certify(contract, options, planOf(contract, options))))
    }
    const [first, second] = [await once(), await once()]
    return first === second ? undefined : `${id} with seed ${index}: ${firstDifference(first, second)}`
  },
}

function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((character, index) => character !== other[index])
  return `${one.slice(at, at + 80)} and ${other.slice(at, at + 80)}`
}
