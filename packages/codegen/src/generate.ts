import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '@assay/contract'
import { clientFolder, expectedFiles } from './expected-files.ts'
import { type StaleFile, staleFiles } from './stale-files.ts'
import { writeFiles } from './write-files.ts'

/** What is generated, and whether it is written. */
export interface GenerateOptions {
  /** The folder that holds `specs/` and `packages/`. */
  readonly root: string
  /** Reads a provider's folder into its contract: `readContract` with the rule kinds. */
  readonly read: (folder: string) => Promise<Contract>
  /** Only compares, and writes nothing. */
  readonly check?: boolean
  /** Only these; every folder of `specs/` with an `openapi.yaml` unless given. */
  readonly providers?: readonly string[]
}

/** What was looked at, and what of it was stale: still is after a check, was written or removed otherwise. */
export interface Generated {
  readonly providers: readonly string[]
  readonly files: number
  readonly stale: readonly StaleFile[]
}

/**
 * Generates from each provider's folder its `contract.json` and its client package, or checks that both are fresh.
 * @throws Error where there is no such provider or a contract names another one than its folder, and what `read` throws.
 */
export async function generate({ root, read, check = false, providers }: GenerateOptions): Promise<Generated> {
  const known = await providersIn(root)
  const unknown = providers?.find((provider) => !known.includes(provider))
  if (unknown !== undefined) {
    throw new Error(`There is no provider "${unknown}" in specs/: it has ${known.join(', ') || 'none'}.`)
  }
  const chosen = providers ?? known
  const expected = new Map<string, string>()
  for (const provider of chosen) {
    const contract = await read(join(root, 'specs', provider))
    if (contract.provider !== provider) {
      throw new Error(
        `The contract of specs/${provider} names the provider "${contract.provider}": use the folder's name.`,
      )
    }
    for (const [path, text] of await expectedFiles(contract)) expected.set(path, text)
  }
  // Looking at all, a client whose provider is gone is left over too.
  const folders = providers ? chosen.map(clientFolder) : ['packages/clients']
  const stale = await staleFiles(root, expected, folders)
  if (!check) await writeFiles(root, expected, stale)
  return { providers: chosen, files: expected.size, stale }
}

/** The folders of `specs/` with an `openapi.yaml`, in order. */
async function providersIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'specs'), { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const documented = await Promise.all(folders.map((folder) => isFile(join(root, 'specs', folder, 'openapi.yaml'))))
  return folders.filter((_, index) => documented[index]).sort()
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
