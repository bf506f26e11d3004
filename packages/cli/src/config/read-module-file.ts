import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../usage-error.ts'
import type { ConfigSource } from './config-source.ts'

/**
 * Reads a config written in TypeScript: what it exports by default. Where a setting stands in it cannot be told.
 * @throws UsageError where it cannot be run, with its line where that is known.
 */
export async function readModuleFile(path: string, file: string): Promise<ConfigSource> {
  // Loaded here, because most commands read no config.
  const { loadConfig } = await import('c12')
  let loaded: unknown
  try {
    const { config } = await loadConfig({
      cwd: dirname(path),
      configFile: path,
      // Settings come from this one file: from nothing else on the machine, and from nowhere on the network.
      rcFile: false,
      globalRc: false,
      packageJson: false,
      dotenv: false,
      envName: false,
      extend: false,
      giget: false,
      jitiOptions: { moduleCache: false, fsCache: false },
      configFileRequired: true,
    })
    loaded = config
  } catch (error) {
    throw new UsageError(`${file}${placeOf(error, path)} cannot be run: ${sentenceOf(error, path)}`, { cause: error })
  }
  return { file, value: loaded, place: () => undefined, numberText: () => undefined }
}

/** Where it went wrong, by the error's own words or the first line of its stack that is of the file. */
function placeOf(error: unknown, path: string): string {
  if (!(error instanceof Error)) return ''
  const told = /\((\d+):(\d+)\)/.exec(error.message)
  if (told !== null) return `:${told[1]}:${told[2]}`
  const names = [path, pathToFileURL(path).href, join(path)]
  const line = error.stack?.split('\n').find((one) => names.some((name) => one.includes(`${name}:`)))
  // The columns are those of what the file was compiled to.
  const found = /:(\d+):\d+\)?$/.exec(line?.trim() ?? '')
  return found === null ? '' : `:${found[1]}`
}

function sentenceOf(error: unknown, path: string): string {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  const short = message
    .replaceAll(path, '')
    .replace(/\s*\(\d+:\d+\)/, '')
    .replace(/^ParseError:\s*/, '')
    .replace(/\s*:?\s*$/, '')
  return short === '' ? 'it failed.' : short.replace(/\.?$/, '.')
}
