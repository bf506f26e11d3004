import { createHash } from 'node:crypto'
import { readDocument } from '../embedded/read-document.ts'
import { readEmbedded } from '../embedded/read-embedded.ts'
import { readFields } from '../fields/read-fields.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { htmlLines } from '../html/html-lines.ts'
import { markdownBlocks } from '../markdown/markdown-blocks.ts'
import { readTables } from '../tables/read-tables.ts'
import { fingerprintsOf } from './fingerprints-of.ts'
import type { PageDraft } from './page-draft.ts'
import type { PageFormat } from './page-format.ts'
import { checkPageLimits } from './page-limits.ts'
import type { PageReading } from './page-reading.ts'
import type { PageSource } from './page-source.ts'
import { recogniseFormat } from './recognise-format.ts'
import { textLines } from './text-lines.ts'

/**
 * Reads a page of documentation as an OpenAPI document. Nothing is fetched and nothing runs: references to anywhere but the page are refused,
 * scripts are left out. Time and memory are bounded by limits on the page's size, lines and nesting.
 * @throws PageError with place and line: the page is too large, broken, refers to other places, or says nothing that can be read.
 */
export function readPage(source: PageSource): PageReading {
  const { id, place } = source
  // Half of a surrogate pair is no text: parsers of HTML fail on it, and UTF-8 writes the replacement character for it.
  const text = Buffer.from(source.text, 'utf8')
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
  checkPageLimits(text, place)
  const format = source.format ?? recogniseFormat(text, place)
  const draft = readers[format]({ ...source, text })
  return {
    id,
    format,
    document: draft.document,
    provenance: new Map([...draft.lines].map(([pointer, line]) => [pointer, { page: id, line }])),
    fingerprints: fingerprintsOf(draft),
    sha256: createHash('sha256').update(source.text).digest('hex'),
    problems: draft.problems,
  }
}

/** How the text of each format is taken apart. */
const readers: Readonly<Record<PageFormat, (source: PageSource) => PageDraft>> = {
  openapi: ({ text, place }) => readDocument(text, place),
  'mintlify-markdown-openapi-yaml': ({ text, place }) => readEmbedded(text, place),
  'gitbook-markdown-openapi-json': ({ text, place }) => readEmbedded(text, place),
  'markdown-tables': (source) => readTables(markdownBlocks(source.text, source.place), source),
  'html-tables': (source) => readTables(htmlBlocks(source.text, source.place), source),
  'mintlify-text': (source) => readFields(textLines(source.text), source),
  'mintlify-html': (source) => readFields(htmlLines(source.text, source.place), source),
}
