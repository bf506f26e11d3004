import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '@assay/contract'
import { placeOf } from './find-contracts.ts'
import type { Surroundings } from './known-contracts.ts'

/** The files of a provider's folder that its contract is read from. */
const names: readonly string[] = ['openapi.yaml', 'overlay.yaml', 'callbacks.yaml', 'sources.yaml']

/**
 * SHA-256 (hex) of the documents that a contract was read from, by file name: of those in its folder, or as the installed command noted them when it was
 * built; undefined where neither is at hand.
 */
export function documentHashes(
  contract: Contract,
  { installed }: Pick<Surroundings, 'installed'>,
): Readonly<Record<string, string>> | undefined {
  const folder = placeOf(contract)
  const found = folder === undefined ? [] : names.filter((name) => existsSync(join(folder, name)))
  if (folder !== undefined && found.length > 0)
    return Object.fromEntries(found.map((name) => [name, hashOf(join(folder, name))]))
  const noted = join(installed, '../documents.json')
  if (folder !== installed || !existsSync(noted)) return undefined
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(readFileSync(noted, 'utf8'))
  return all[contract.provider]
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
