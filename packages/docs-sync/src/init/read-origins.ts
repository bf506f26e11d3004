import { createHash } from 'node:crypto'
import type { JsonObject } from '@assay/contract'
import type { PlacedDocument } from '../embedded/document-at.ts'
import { mergeDocuments } from '../embedded/merge-documents.ts'
import { fingerprintsOf } from '../pages/fingerprints-of.ts'
import type { PageProblem, PageReading } from '../pages/page-reading.ts'
import { readPage } from '../pages/read-page.ts'
import { recogniseFormat } from '../pages/recognise-format.ts'
import { specificationOf } from './specification-of.ts'

/** The text of one document of a provider. */
export interface OriginText {
  readonly id: string
  readonly text: string
  /** File, for messages. */
  readonly place: string
}

/** What the documents of a provider say together. */
export interface Origins {
  readonly document: JsonObject
  readonly readings: readonly PageReading[]
  readonly place: string
}

/**
 * Reads the documents of a provider, pages and OpenAPI files, as one.
 * @throws PageError where one cannot be read.
 */
export function readOrigins(origins: readonly OriginText[]): Origins {
  const placed: PlacedDocument[] = []
  const readings: PageReading[] = []
  for (const origin of origins) {
    const { document, lines, reading } = readOrigin(origin)
    placed.push({ document, lines })
    readings.push(reading)
  }
  const differences: PageProblem[] = []
  const place = origins.map((origin) => origin.place).join(', ')
  const { document } = mergeDocuments(placed, (message) => differences.push({ message, place }))
  const [first, ...rest] = readings
  return {
    document,
    readings: first === undefined ? [] : [{ ...first, problems: [...first.problems, ...differences] }, ...rest],
    place,
  }
}

function readOrigin({ id, text, place }: OriginText): PlacedDocument & { readonly reading: PageReading } {
  if (isSpecification(text)) {
    const { document, lines } = specificationOf(text.replace(/^\ufeff/, ''), place)
    const sha256 = createHash('sha256').update(text).digest('hex')
    // Of a document with hundreds of operations only the chosen ones get fingerprints.
    const fingerprints = fingerprintsOf({ document: { ...document, paths: {} }, lines, rest: '', problems: [] })
    return {
      document,
      lines,
      reading: { id, format: 'openapi', document, provenance: new Map(), fingerprints, sha256, problems: [] },
    }
  }
  const reading = readPage({ id, text, place, format: recogniseFormat(text, place) })
  const lines = new Map([...reading.provenance].map(([pointer, { line }]) => [pointer, line]))
  return { document: reading.document, lines, reading }
}

/** Whether a text is an OpenAPI document itself and no page with one. */
function isSpecification(text: string): boolean {
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 20_000)
  return (
    start.startsWith('{') || /^(?:["']?)(?:openapi|swagger)(?:["']?)\s*:/m.test(start.split(/^(?:`{3}|#+ )/m)[0] ?? '')
  )
}
