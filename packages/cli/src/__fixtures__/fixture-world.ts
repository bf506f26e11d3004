import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatContract, readContract } from '@assay/contract'
import { ruleKinds } from '@assay/rules'
import { run } from '../run.ts'
import type { World } from '../world.ts'

/** What a command left behind. */
export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A temporary checkout with the provider `tollgate`, in which commands run without a process of their own. */
export interface FixtureWorld {
  readonly folder: string
  /** Runs `assay` with the words of a line; the rest of its world may be replaced. */
  assay(line: string, replaced?: Partial<World>): Promise<Outcome>
  remove(): void
}

/** Makes a fixture world. */
export async function fixtureWorld(): Promise<FixtureWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'assay-cli-'))
  const provider = join(folder, 'specs/tollgate')
  mkdirSync(provider, { recursive: true })
  cpSync(join(import.meta.dirname, 'tollgate'), provider, { recursive: true })
  const contract = await readContract(provider, { kinds: ruleKinds })
  writeFileSync(join(provider, 'contract.json'), formatContract(contract))
  return {
    folder,
    async assay(line, replaced = {}) {
      const written = { stdout: '', stderr: '' }
      const world: World = {
        print: (text) => {
          written.stdout += text
        },
        note: (text) => {
          written.stderr += text
        },
        environment: {},
        folder,
        installed: join(folder, 'none'),
        now: () => 1_795_000_000_000,
        terminal: false,
        width: 100,
        interrupted: new AbortController().signal,
        ...replaced,
      }
      const words = line.split(' ').filter((word) => word !== '')
      return { code: await run(words, world), ...written }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
