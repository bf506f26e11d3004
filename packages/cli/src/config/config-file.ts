import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { nearestName } from '@assay/contract'
import { UsageError } from '../usage-error.ts'

const names: readonly string[] = ['assay.config.ts', 'assay.config.yaml', 'assay.config.json']

/**
 * The config file that counts: the one that is named, else the one of the folder a command was started in; undefined where there is none.
 * @throws UsageError where the named one is not there, or there are several.
 */
export function configFile(folder: string, named?: string): string | undefined {
  if (named !== undefined) return namedFile(resolve(folder, named), named)
  const found = names.filter((name) => existsSync(join(folder, name)))
  if (found.length > 1) throw new UsageError(`There are ${found.join(' and ')}: keep one of them.`)
  const [only] = found
  if (only !== undefined) return join(folder, only)
  const meant = existsSync(folder) ? readdirSync(folder).find((name) => /^assay\.config\.(\w+)$/.test(name)) : undefined
  if (meant !== undefined) throw new UsageError(`${meant} is not read: a config is ${names.join(', ')}.`)
  return undefined
}

function namedFile(path: string, named: string): string {
  if (!/\.(ts|yaml|json)$/.test(path))
    throw new UsageError(`--config takes a .ts, .yaml or .json file, not "${named}".`)
  if (existsSync(path)) return path
  const folder = resolve(path, '..')
  const near = existsSync(folder)
    ? nearestName(
        path,
        readdirSync(folder).map((name) => join(folder, name)),
      )
    : undefined
  throw new UsageError(`There is no config file "${named}".${near === undefined ? '' : ` Did you mean "${near}"?`}`)
}
