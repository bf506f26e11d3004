import { sectionHeading } from '../fields/section-heading.ts'
import { htmlBlocks } from '../html/html-blocks.ts'
import { markdownBlocks } from '../markdown/markdown-blocks.ts'
import { typeWords } from '../operation/type-words.ts'
import { PageError } from './page-error.ts'
import type { PageFormat } from './page-format.ts'
import { textLines } from './text-lines.ts'

/**
 * The format of a page, by what it is made of.
 * @throws PageError where it is none that can be read, and where its Markdown or HTML is broken.
 */
export function recogniseFormat(text: string, place: string): PageFormat {
  const start = text.trimStart()
  if (/^\{\s*"/.test(start) || /^(?:#[^\n]*\n|---\s*\n)*(?:['"]?)(?:openapi|swagger)(?:['"]?)\s*:/.test(start))
    return 'openapi'
  if (/^<(?:!doctype\s+html|html|head|body|div|main|article|section|h1|table)\b/i.test(start)) {
    const blocks = htmlBlocks(text, place)
    if (blocks.some(({ kind }) => kind === 'table')) return 'html-tables'
    if (
      hasFieldList(
        blocks.flatMap((block) =>
          'lines' in block ? block.lines.map((line) => line.text) : block.kind === 'heading' ? [block.text] : [],
        ),
      )
    )
      return 'mintlify-html'
    throw unknown(place)
  }
  // Parameters in lines of their own, before Markdown is asked: its parser knows no fences in such a text.
  if (hasFieldList(textLines(text).map((line) => line.text))) return 'mintlify-text'
  const blocks = markdownBlocks(text, place)
  for (const block of blocks) {
    const code = block.kind === 'code' ? block.lines.map((line) => line.text).join('\n') : ''
    if (/^\s*\{\s*"(?:openapi|swagger)"\s*:/.test(code)) return 'gitbook-markdown-openapi-json'
    if (/^(?:openapi|swagger)\s*:/m.test(code.slice(0, 2_000))) return 'mintlify-markdown-openapi-yaml'
  }
  if (blocks.some(({ kind }) => kind === 'table')) return 'markdown-tables'
  throw unknown(place)
}

/** A heading of parameters, and below it a name with a type, or the marks of a list that lost them. */
function hasFieldList(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line !== '')
  const heading = filled.findIndex(
    (line) => sectionHeading(line) !== undefined || /[.}](?:Headers|Body|Authorizations)$/.test(line),
  )
  if (heading === -1) return false
  const below = filled.slice(heading)
  return below.some((line, index) => {
    if (/^show child attributes$/i.test(line)) return true
    const type = /^[\w<>[\]|-]+$/.test(line) ? typeWords(line) : undefined
    return type !== undefined && /^[\w$@.[\]-]+$/.test(below[index - 1] ?? '')
  })
}

function unknown(place: string): PageError {
  return new PageError(
    'The page has neither an OpenAPI document, nor tables of fields, nor a list of parameters that can be read.',
    place,
  )
}
