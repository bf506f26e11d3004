import { execFileSync } from 'node:child_process'
import { PactError } from '../pact-error.ts'

/** A version of an application as a broker knows it: a commit, on a branch. */
export interface AppVersion {
  readonly number: string
  readonly branch: string
}

/**
 * The version that is being worked on: what is given, else the commit and the branch of the git checkout around a folder.
 * @throws PactError where either is not known
 */
export function appVersion(given: { readonly number?: string; readonly branch?: string }, folder: string): AppVersion {
  const number = given.number ?? git(['rev-parse', 'HEAD'], folder)
  if (!number) throw new PactError('The commit is not known: give --app-version.')
  const branch = given.branch ?? git(['symbolic-ref', '--quiet', '--short', 'HEAD'], folder)
  // Continuous integration often checks a commit out and no branch.
  if (!branch) throw new PactError('The branch is not known: give --branch.')
  return { number, branch }
}

function git(words: readonly string[], folder: string): string | undefined {
  try {
    return execFileSync('git', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    // No git, no checkout or no branch: the caller says what to give instead.
    return undefined
  }
}
