import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { documents, inlineCode, linkTargets } from './markdown.ts'
import { repositoryFiles } from './workspace.ts'

const files = repositoryFiles()
const folders = new Set(
  files.flatMap((path) => path.split('/').map((_, index, parts) => parts.slice(0, index).join('/'))),
)
const tops = new Set(files.map((path) => path.split('/')[0] ?? ''))
const exists = (path: string) => files.includes(path) || folders.has(path.replace(/\/$/, ''))

/** A text that names a place of the repository, and not a pattern of places: it begins with something that stands at the root. */
function isPath(text: string): boolean {
  const [top = ''] = text.split('/')
  return /^[\w@./-]+$/.test(text) && tops.has(top) && (text.includes('/') || /\.\w+$/.test(text))
}

test('finds documents and the paths in them', () => {
  expect(documents()).toEqual(expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md']))
  expect(documents().flatMap(inlineCode).filter(isPath).length).toBeGreaterThan(10)
})

test('names only places that exist', () => {
  const missing = documents().flatMap((document) => [
    ...inlineCode(document)
      .filter((text) => isPath(text) && !exists(text))
      .map((text) => `${document}: ${text}`),
    ...linkTargets(document)
      .filter((target) => !exists(posix.join(posix.dirname(document), target.replace(/#.*$/, ''))))
      .map((target) => `${document}: ${target}`),
  ])
  expect(missing).toEqual([])
})
