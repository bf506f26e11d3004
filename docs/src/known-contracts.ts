import { readdirSync, readFileSync } from 'node:fs'
import type { Contract } from '@assay/contract'

const specs = new URL('../../specs/', import.meta.url)

/** The contract of every provider under `specs/`, by id. */
export function knownContracts(): readonly Contract[] {
  return readdirSync(specs)
    .sort()
    .map((provider) => JSON.parse(readFileSync(new URL(`${provider}/contract.json`, specs), 'utf8')))
}
