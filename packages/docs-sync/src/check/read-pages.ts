import type { JsonObject } from '@assay/contract'
import type { LocatedPage } from '../drift/compare-readings.ts'
import { operationsOf } from '../drift/operations-of.ts'
import { mergeDocuments } from '../embedded/merge-documents.ts'
import { PageError } from '../pages/page-error.ts'
import type { PageProblem, PageReading } from '../pages/page-reading.ts'
import { readPage } from '../pages/read-page.ts'
import type { FoundPage } from '../sources/find-page.ts'
import type { SourcePage } from '../sources/source-page.ts'

/**
 * Reads a page in the form it had last; in the form it has now where that one leads to nothing.
 * @throws PageError where it cannot be read, or documents no operation: a page that is not read is never unchanged.
 */
export function readFoundPage(page: SourcePage, found: FoundPage): PageReading {
  const source = {
    id: page.id,
    text: found.text,
    place: found.place,
    ...(page.names === undefined ? {} : { names: page.names }),
  }
  const read = (): PageReading => {
    if (page.format === undefined) return readPage(source)
    try {
      return withOperations(readPage({ ...source, format: page.format }), found.place)
    } catch (error) {
      if (!(error instanceof PageError)) throw error
      const other = inAnotherForm(source)
      if (other === undefined || other.format === page.format) throw error
      return other
    }
  }
  return withOperations(read(), found.place)
}

function inAnotherForm(source: Parameters<typeof readPage>[0]): PageReading | undefined {
  try {
    return readPage(source)
  } catch (error) {
    if (error instanceof PageError) return undefined
    throw error
  }
}

function withOperations(reading: PageReading, place: string): PageReading {
  if (operationsOf(reading.document).length > 0) return reading
  throw new PageError('The page documents no operation: it may be another page, or one that asks to log in.', place)
}

/** The readings of a provider's pages as one. */
export interface JoinedReading extends LocatedPage {
  readonly problems: readonly PageProblem[]
}

/** Several pages of a provider as one document; the places of all pages but a single one begin with the page's id. */
export function joinReadings(readings: readonly PageReading[]): JoinedReading {
  const [first, ...more] = readings
  if (first === undefined) throw new Error('There is no reading to join.')
  if (more.length === 0) return first
  const problems: PageProblem[] = readings.flatMap((reading) => reading.problems)
  const placed = readings.map(({ document, provenance }) => ({
    document,
    lines: new Map([...provenance].map(([pointer, { line }]) => [pointer, line])),
  }))
  const { document } = mergeDocuments(placed, (message, line) => {
    problems.push({ message, place: first.id, ...(line === undefined ? {} : { line }) })
  })
  const provenance = new Map(readings.toReversed().flatMap((reading) => [...reading.provenance]))
  return {
    id: first.id,
    document: document as JsonObject,
    fingerprints: joinFingerprints(readings),
    provenance,
    problems,
  }
}

/** The fingerprints of several pages under one another, each place with its page. */
export function joinFingerprints(
  pages: readonly { readonly id: string; readonly fingerprints: Readonly<Record<string, string>> }[],
): Readonly<Record<string, string>> {
  if (pages.length === 1) return pages[0]?.fingerprints ?? {}
  return Object.fromEntries(
    pages.flatMap(({ id, fingerprints }) =>
      Object.entries(fingerprints).map(([name, value]) => [`${name} on ${id}`, value]),
    ),
  )
}
