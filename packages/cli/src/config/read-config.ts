import { relative } from 'node:path'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import type { AssayConfig } from './assay-config.ts'
import { configFile } from './config-file.ts'
import { configProblem } from './config-problem.ts'
import { configSchema } from './config-schema.ts'
import type { ConfigSource } from './config-source.ts'
import { readModuleFile } from './read-module-file.ts'
import { refuseCredentials } from './refuse-credentials.ts'

/** A config that was read and checked. */
export interface LoadedConfig {
  readonly config: AssayConfig
  /** The file's path. */
  readonly path: string
  readonly source: ConfigSource
}

/**
 * Reads the config of the folder a command was started in, or the one it was given; undefined where there is none.
 * @throws UsageError with file and, where they can be told, line and column of the first thing that is wrong.
 */
export async function readConfig(
  world: Pick<World, 'folder' | 'environment'>,
  named?: string,
): Promise<LoadedConfig | undefined> {
  const path = configFile(world.folder, named)
  if (path === undefined) return undefined
  const file = relative(world.folder, path) || path
  const source = path.endsWith('.ts') ? await readModuleFile(path, file) : await readData(path, file)
  refuseCredentials(source, world)
  const checked = configSchema.safeParse(source.value)
  const [issue] = checked.error?.issues ?? []
  if (issue !== undefined) throw configProblem(issue, source)
  if (!checked.success) throw new UsageError(`${file} is no config.`)
  return { config: checked.data, path, source }
}

/** YAML is read by a large library, which most folders have no use for. */
async function readData(path: string, file: string): Promise<ConfigSource> {
  const { readDataFile } = await import('./read-data-file.ts')
  return readDataFile(path, file)
}
