import { dirname } from 'node:path'
import type { Level } from '@assay/certify'
import type { CertifyFlags } from '../certify-flags.ts'
import { readExpectedFailures } from '../read-expected-failures.ts'
import { readRate } from '../read-numbers.ts'
import type { World } from '../world.ts'
import type { LoadedConfig } from './read-config.ts'

/** How a provider is certified, after flags and config were put together. */
export interface SettledRun {
  readonly seed: number
  readonly level: Level
  readonly budget?: number
  /** Requests a second. */
  readonly rate?: number
  readonly timeoutSeconds?: number
}

/** The flags that a config may stand in for. */
export type RunFlags = Pick<CertifyFlags, 'seed' | 'level' | 'budget' | 'rate' | 'timeout'>

/** The settings of a run: a flag goes before the config's word for the provider, that before its word for all, and that before what is usual. */
export function settledRun(provider: string, flags: RunFlags, loaded: LoadedConfig | undefined): SettledRun {
  const config = { ...loaded?.config, ...loaded?.config.providers?.[provider] }
  const budget = flags.budget ?? config.budget
  const rate = flags.rate ?? (config.rate === undefined ? undefined : readRate(String(config.rate)))
  const timeout = flags.timeout ?? config.timeout
  return {
    seed: flags.seed ?? config.seed ?? 1,
    level: flags.level ?? config.level ?? 'standard',
    ...(budget === undefined ? {} : { budget }),
    ...(rate === undefined ? {} : { rate }),
    ...(timeout === undefined ? {} : { timeoutSeconds: timeout }),
  }
}

/**
 * Rule ids whose failure is expected of a provider: by flag, else by config; undefined where neither says any.
 * @throws UsageError where the file cannot be read.
 */
export function settledExpectations(
  provider: string,
  flag: string | undefined,
  loaded: LoadedConfig | undefined,
  world: Pick<World, 'folder'>,
): readonly string[] | undefined {
  if (flag !== undefined) return readExpectedFailures(flag, world.folder)
  const said = loaded?.config.providers?.[provider]?.expectedFailures ?? loaded?.config.expectedFailures
  if (loaded === undefined || said === undefined) return undefined
  return typeof said === 'string' ? readExpectedFailures(said, dirname(loaded.path)) : said
}
