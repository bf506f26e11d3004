import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import { markdownBlocks } from '../markdown/markdown-blocks.ts'
import type { PageDraft } from '../pages/page-draft.ts'
import { PageError } from '../pages/page-error.ts'
import type { PageProblem } from '../pages/page-reading.ts'
import { documentAt, type PlacedDocument } from './document-at.ts'
import { mergeDocuments } from './merge-documents.ts'

const LANGUAGES = new Set(['yaml', 'yml', 'json', 'openapi', 'jsonc', ''])

/**
 * Reads a Markdown page with OpenAPI documents in its code blocks: one for the page, or one an operation.
 * @throws PageError where a block cannot be read, and where there is none.
 */
export function readEmbedded(text: string, place: string): PageDraft {
  const blocks = markdownBlocks(text, place)
  const documents: PlacedDocument[] = []
  const rest: string[] = []
  for (const block of blocks) {
    const code = block.kind === 'code' ? block.lines.map((line) => line.text).join('\n') : undefined
    if (block.kind === 'code' && code !== undefined && LANGUAGES.has(block.language) && looksLikeOpenApi(code)) {
      documents.push(documentAt(code, (block.lines[0]?.line ?? block.line) - 1, place))
    } else if (block.kind === 'heading') rest.push(block.text)
    else if (block.kind === 'table') rest.push(...block.head, ...block.rows.flatMap((row) => row.cells))
    else rest.push(...block.lines.map((line) => line.text))
  }
  if (documents.length === 0) {
    throw new PageError(
      'The page has no code block with an OpenAPI document, only text: was the block left out?',
      place,
    )
  }
  const problems: PageProblem[] = []
  const merged = mergeDocuments(documents, (message, line) =>
    problems.push({ message, place, ...(line === undefined ? {} : { line }) }),
  )
  problems.push(...hollow(merged.document, place))
  return { ...merged, rest: rest.join('\n'), problems }
}

/** The first mapping key of YAML or JSON tells; nothing is parsed that is not meant as a document. */
function looksLikeOpenApi(code: string): boolean {
  return (
    /^\s*\{\s*"(?:openapi|swagger)"/.test(code) ||
    /^(?:['"]?)(?:openapi|swagger)(?:['"]?)\s*:/m.test(code.slice(0, 2_000)) ||
    /"(?:openapi|swagger)"\s*:/.test(code)
  )
}

function hollow(document: JsonObject, place: string): readonly PageProblem[] {
  const paths: Json | undefined = document.paths
  if (isJsonObject(paths) && Object.keys(paths).length > 0) return []
  return [{ message: 'The OpenAPI document of the page has no paths, so no operation can be read.', place }]
}
