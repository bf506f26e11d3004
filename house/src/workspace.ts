import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The repository's root folder. */
export const root: string = resolve(import.meta.dirname, '../..')

/** Every file of the repository that git knows or would add, as paths from the root. */
export function repositoryFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return listing.split('\0').filter((path) => path !== '')
}

/** The text of a file, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** The ids of all providers: the folders under `specs/`. */
export function providerIds(): readonly string[] {
  const ids = repositoryFiles()
    .map((path) => /^specs\/([^/]+)\//.exec(path)?.[1])
    .filter((id) => id !== undefined)
  return [...new Set(ids)]
}
