import type { Block } from '../blocks/block.ts'
import { plainText } from '../markdown/plain-text.ts'
import { documentOf } from '../operation/document-of.ts'
import { finishOperation } from '../operation/finish-operation.ts'
import type { PageDraft } from '../pages/page-draft.ts'
import { PageError } from '../pages/page-error.ts'
import type { PageProblem } from '../pages/page-reading.ts'
import type { PageSource } from '../pages/page-source.ts'
import { titleOfId } from '../pages/title-of-id.ts'
import { tablePage } from './table-page.ts'

/**
 * Reads a page of tables: an address, a table of the request's fields, one of the answer's, one of errors, and examples in code or loose text.
 * @throws PageError where the page names no operation, and where an example is broken.
 */
export function readTables(blocks: readonly Block[], source: PageSource): PageDraft {
  const { place } = source
  const problems: PageProblem[] = []
  const page = tablePage(place, problems)
  for (const block of blocks) page.take(block)
  const operations = page.operations.map((operation) => finishOperation(operation, place, problems))
  if (operations.length === 0) {
    throw new PageError(
      'The page names no operation: a line with a method and a path is looked for (POST /payments).',
      place,
    )
  }
  const title = page.title ?? titleOfId(source.id)
  const notes = new Map<string, string>()
  for (const operation of page.operations) {
    const prefix = page.operations.length === 1 ? '' : `${operation.method.toUpperCase()} ${operation.path} `
    if (operation.notes.length > 0) notes.set(`${prefix}operation/notes`, operation.notes.join('\n'))
  }
  return { ...documentOf(title, operations), rest: page.rest.map(plainText).join('\n'), notes, problems }
}
