import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder, from the given one upwards, that keeps a contract under `specs/`; undefined where there is none. */
export function findCheckout(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (providersOf(current).length > 0) return current
    if (current === dirname(current)) return undefined
  }
}

/** The provider ids of a checkout: the folders under `specs/` that have an OpenAPI document with a `sources.yaml` or a contract beside it, sorted. */
export function providersOf(checkout: string): readonly string[] {
  const specs = join(checkout, 'specs')
  if (!existsSync(specs)) return []
  return readdirSync(specs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isProvider(join(specs, entry.name)))
    .map((entry) => entry.name)
    .sort()
}

/** A project of someone else may keep its own OpenAPI documents under `specs/`: those are no providers. */
function isProvider(folder: string): boolean {
  return (
    existsSync(join(folder, 'openapi.yaml')) &&
    (existsSync(join(folder, 'sources.yaml')) || existsSync(join(folder, 'contract.json')))
  )
}
