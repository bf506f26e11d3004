import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Names that a build, a test run or the package manager leaves in a package. */
const NOT_GENERATED = new Set(['node_modules', 'dist', '.turbo', '.test'])

/** A file that is not as it should be: its text differs, it is missing, or nothing generates it any more. */
export interface StaleFile {
  /** From the root, with `/`. */
  readonly path: string
  readonly state: 'changed' | 'missing' | 'left-over'
}

/**
 * Compares generated files with what should be there, and finds what is left over in the folders that hold nothing else.
 * Paths are relative to the root, with `/`. Nothing is written.
 */
export async function staleFiles(
  root: string,
  expected: ReadonlyMap<string, string>,
  folders: readonly string[],
): Promise<readonly StaleFile[]> {
  const compared = await Promise.all(
    [...expected].map(async ([path, text]): Promise<StaleFile[]> => {
      const found = await textOf(join(root, path))
      return found === text ? [] : [{ path, state: found === undefined ? 'missing' : 'changed' }]
    }),
  )
  const present = await Promise.all(folders.map((folder) => filesBelow(join(root, folder))))
  const leftOver = present
    .flat()
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((path) => !expected.has(path))
    .map((path): StaleFile => ({ path, state: 'left-over' }))
  return [...compared.flat(), ...leftOver].sort((left, right) => (left.path < right.path ? -1 : 1))
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    const wanted = entries.filter((entry) => !NOT_GENERATED.has(entry.name))
    const nested = await Promise.all(
      wanted.map(async (entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? filesBelow(path) : [path]
      }),
    )
    return nested.flat()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
