import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { isJsonObject, type JsonObject } from '@assay/contract'
import { parseDocument } from '@assay/contract/documents'
import { UpdateError } from '../update/update-error.ts'
import { type SourcePage, sourcePages } from './source-page.ts'

/** What a provider's folder says of the pages that were read. */
export interface ProviderFolder {
  readonly provider: string
  readonly path: string
  /** The files of the folder by name. */
  readonly files: ReadonlyMap<string, string>
  /** What openapi.yaml says. */
  readonly document: JsonObject
  readonly pages: readonly SourcePage[]
  /** The names of the overlays, in the order in which they are applied. */
  readonly overlays: readonly string[]
}

/**
 * Reads a provider's folder: `openapi.yaml`, `sources.yaml` and the overlays.
 * @throws ContractError where a file is broken, UpdateError where one is missing.
 */
export async function readProviderFolder(path: string): Promise<ProviderFolder> {
  const names = await readdir(path)
  const files = new Map<string, string>()
  for (const name of names) {
    if (/\.(?:ya?ml|json|md)$/.test(name)) files.set(name, await readFile(join(path, name), 'utf8'))
  }
  const parsed = (name: string) => {
    const text = files.get(name)
    if (text === undefined)
      throw new UpdateError(`${join(path, name)} is missing: pages are compared with what was read of them last.`)
    return parseDocument(text, join(path, name))
  }
  const document = parsed('openapi.yaml').value
  if (!isJsonObject(document)) throw new UpdateError(`${join(path, 'openapi.yaml')} is no OpenAPI document.`)
  return {
    provider: basename(resolve(path)),
    path,
    files,
    document,
    pages: sourcePages(parsed('sources.yaml')),
    overlays: ['overlay.yaml', 'callbacks.yaml'].filter((name) => files.has(name)),
  }
}
