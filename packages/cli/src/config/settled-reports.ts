import { dirname, resolve } from 'node:path'
import type { LoadedConfig } from './read-config.ts'

/** The reports asked for: by flag, else by config, whose files are meant from its own folder. */
export function settledReports(flags: readonly string[], loaded: LoadedConfig | undefined): readonly string[] {
  if (flags.length > 0 || loaded === undefined) return flags
  return (loaded.config.report ?? []).map((text) => {
    const split = text.indexOf('=')
    if (split < 0 || split === text.length - 1) return text
    return `${text.slice(0, split)}=${resolve(dirname(loaded.path), text.slice(split + 1))}`
  })
}
