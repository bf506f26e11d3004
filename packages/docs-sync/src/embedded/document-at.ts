import {
  ContractError,
  formatPointer,
  isJsonObject,
  type Json,
  type JsonObject,
  type SourceDocument,
} from '@assay/contract'
import { parseDocument, parseReference } from '@assay/contract/documents'
import { PageError } from '../pages/page-error.ts'

/** A document that stands somewhere on a page. */
export interface PlacedDocument {
  readonly document: JsonObject
  /** The line of the page at which the value at a JSON Pointer stands; what an alias stands for has none. */
  readonly lines: ReadonlyMap<string, number>
}

/**
 * Reads a YAML or JSON text as a document. References that would lead out of it are refused.
 * @param skipped How many lines of the page stand before the text.
 * @param references `any` leaves it to the caller to refuse those that lead out.
 * @throws PageError with the line on the page.
 */
export function documentAt(
  text: string,
  skipped: number,
  place: string,
  references: 'inside' | 'any' = 'inside',
): PlacedDocument {
  const source = parsed(text, skipped, place)
  const document = source.value
  if (!isJsonObject(document)) throw new PageError('The document is no object.', place, skipped + 1)
  if (references === 'inside')
    refuseOutsideReferences(document, (pointer) => source.place(pointer).line + skipped, place)
  return { document, lines: new Map([...source.lines()].map(([pointer, line]) => [pointer, line + skipped])) }
}

function parsed(text: string, skipped: number, place: string): SourceDocument {
  try {
    // JSON allows tabs where YAML, of which it is otherwise a part, does not.
    return parseDocument(text.trimStart().startsWith('{') ? withoutTabs(text) : text, place)
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    const [problem] = error.problems
    throw new PageError(problem?.message ?? error.message, place, (problem?.line ?? 1) + skipped)
  }
}

/** Inside a JSON string a tab must be written as an escape: one that stands there is white space. */
function withoutTabs(text: string): string {
  return text.replaceAll('\t', '  ')
}

/**
 * Refuses every reference that leads to the network or to another file.
 * @throws PageError with the line of the first.
 */
export function refuseOutsideReferences(root: JsonObject, lineOf: (pointer: string) => number, place: string): void {
  const waiting: { readonly value: Json; readonly at: readonly (string | number)[] }[] = [{ value: root, at: [] }]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const { value, at } = entry
    if (typeof value !== 'object' || value === null) continue
    if (isJsonObject(value) && typeof value.$ref === 'string') {
      const reference = parseReference(value.$ref)
      const line = lineOf(formatPointer([...at, '$ref']))
      if (typeof reference === 'string') throw new PageError(reference, place, line)
      if (reference.path !== undefined) {
        const message = `The reference "${value.$ref.slice(0, 80)}" leads to another file: a page has only what stands on it.`
        throw new PageError(message, place, line)
      }
    }
    for (const [name, member] of Object.entries(value)) waiting.push({ value: member, at: [...at, name] })
  }
}
