import { stat } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { ContractError } from './contract-error.ts'

/** The files that a contract is read from. */
export interface DocumentFiles {
  readonly provider: string
  readonly document: string
  readonly overlay?: string
  readonly sources?: string
  readonly callbacks?: string
}

const DOCUMENT_NAMES = ['openapi.yaml', 'openapi.yml', 'openapi.json']

/**
 * The files of a provider folder (`openapi.yaml`, and `overlay.yaml`, `callbacks.yaml` and `sources.yaml` where they are there), or one OpenAPI file alone.
 * The provider's id is the name of the folder or, without its extension, of the file.
 * @throws ContractError when there is nothing to read.
 */
export async function locateDocuments(place: string, overlay: string | undefined): Promise<DocumentFiles> {
  const given = overlay === undefined ? {} : { overlay }
  const kind = await kindOf(place)
  if (kind === 'file') return { provider: basename(place, extname(place)), document: place, ...given }
  if (kind === undefined)
    throw new ContractError([{ message: 'There is no such file or folder.', file: place, line: 1, column: 1 }])
  const document = await firstFile(place, DOCUMENT_NAMES)
  if (document === undefined) {
    const message = 'The folder has no openapi.yaml: a provider folder has one.'
    throw new ContractError([{ message, file: place, line: 1, column: 1 }])
  }
  const own = overlay ?? (await firstFile(place, ['overlay.yaml', 'overlay.yml', 'overlay.json']))
  const sources = await firstFile(place, ['sources.yaml', 'sources.yml', 'sources.json'])
  const callbacks = await firstFile(place, ['callbacks.yaml', 'callbacks.yml', 'callbacks.json'])
  return {
    provider: basename(resolve(place)),
    document,
    ...(own === undefined ? {} : { overlay: own }),
    ...(sources === undefined ? {} : { sources }),
    ...(callbacks === undefined ? {} : { callbacks }),
  }
}

async function firstFile(folder: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    if ((await kindOf(join(folder, name))) !== undefined) return join(folder, name)
  }
  return undefined
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    // A path that cannot be looked at is no place to read from, whatever the reason; reading it as a file tells which.
    if (error instanceof Error && 'code' in error)
      return error.code === 'ENOENT' || error.code === 'ENOTDIR' ? undefined : 'file'
    throw error
  }
}
