import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/**
 * Reads a file of rule ids whose failure is known: one a line, `#` begins a comment.
 * @throws UsageError where the file cannot be read.
 */
export function readExpectedFailures(file: string, folder: string): readonly string[] {
  const path = resolve(folder, file)
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`The expected failures in ${path} cannot be read: give a file with one rule id a line.`, {
      cause: error,
    })
  }
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
}
