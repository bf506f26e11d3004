import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, 'pages')

/** The names of all pages written for tests: every form that is read, with the traits of real ones. */
export const pageFixtures: readonly string[] = readdirSync(folder).sort()

/** The text of a page written for tests. */
export function pageFixture(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}
