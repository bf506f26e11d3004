import type { PageDraft } from '../pages/page-draft.ts'
import { documentAt } from './document-at.ts'

/**
 * Reads a page that is an OpenAPI document itself, in YAML or JSON.
 * @throws PageError with the line.
 */
export function readDocument(text: string, place: string): PageDraft {
  const { document, lines } = documentAt(text, 0, place)
  return { document, lines, rest: '', problems: [] }
}
