import { type CheckOptions, type CheckResult, checkProvider } from '../check/check-provider.ts'
import { recoverFiles, writeTogether } from './write-together.ts'

/** How a provider is updated. */
export interface UpdateOptions extends CheckOptions {
  /** Whether statements of the overlays that lead to nothing any more may be set aside under `x-orphaned`. */
  readonly setAside?: boolean
}

/** What an update did. */
export interface Updated {
  readonly check: CheckResult
  /** Paths from the root of what was written or taken away; empty where nothing was. */
  readonly written: readonly string[]
  /** Why nothing was written although the pages changed. */
  readonly refused?: string
}

/**
 * Brings a provider's folder, contract and client to what its pages say now: all files or none. Nothing is written where a page cannot be read, where the
 * overlay speaks of what is gone and `setAside` does not allow to set it aside, or where a change needs a person.
 * @throws ContractError, UpdateError where the provider's folder itself cannot be read, or another update is under way.
 */
export async function updateProvider(options: UpdateOptions): Promise<Updated> {
  recoverFiles(options.root)
  const check = await checkProvider(options)
  if (!('plan' in check) || check.plan === undefined) {
    const obstacle = 'obstacle' in check ? check.obstacle : undefined
    return { check, written: [], ...(obstacle === undefined ? {} : { refused: obstacle }) }
  }
  const { orphans, doubtful, files } = check.plan
  const open = orphans.length + doubtful.length
  if (open > 0 && options.setAside !== true) {
    const refused = `${open} ${open === 1 ? 'statement' : 'statements'} of the overlay lead to what the page no longer has: mend them, or give --set-aside to keep them under x-orphaned until somebody does.`
    return { check, written: [], refused }
  }
  writeTogether(options.root, files)
  return { check, written: [...files.keys()] }
}
