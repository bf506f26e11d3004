import type { JsonObject } from '@assay/contract'
import type { PagePlace } from '../pages/page-reading.ts'
import type { Change } from './change.ts'
import { compareDocuments } from './compare-documents.ts'
import { compareProse, type Fingerprints } from './compare-prose.ts'
import { placePointer } from './place-pointer.ts'
import { type ChangeDraft, MAXIMUM_CHANGES } from './scene.ts'

/** What a page was read as: a `PageReading`, or what a provider's folder keeps of one. */
export interface ReadPage {
  /** The page's id. */
  readonly id: string
  /** OpenAPI 3.x. */
  readonly document: JsonObject
  readonly fingerprints: Fingerprints
}

/** A page as it is now, with where each part of it stands. */
export interface LocatedPage extends ReadPage {
  readonly provenance: ReadonlyMap<string, PagePlace>
}

/**
 * What changed on a page between two readings, in the order of the document and then of the fingerprints. Structure is compared by what it means: references
 * are followed, the dialects of OpenAPI 3.0 and 3.1 are one, a renamed member is one change. Words are compared by fingerprint and reported only
 * where nothing of the structure explains it.
 */
export function compareReadings(before: ReadPage, after: LocatedPage): readonly Change[] {
  const structure = compareDocuments(before.document, after.document)
  const prose = compareProse(before.fingerprints, after.fingerprints, structure)
  return [...structure, ...unlisted(structure), ...prose].map((draft) => {
    const pointer = draft.pointer.after ?? placePointer(after.document, draft.place)
    const place = pointer === undefined ? undefined : nearestPlace(after.provenance, pointer)
    return { ...draft, page: place?.page ?? after.id, ...(place === undefined ? {} : { line: place.line }) }
  })
}

/** Where a pointer's value stands, or the nearest value that holds it and is known. */
function nearestPlace(provenance: LocatedPage['provenance'], pointer: string): PagePlace | undefined {
  for (let current = pointer; ; current = current.slice(0, current.lastIndexOf('/'))) {
    const place = provenance.get(current)
    if (place !== undefined || current === '') return place
  }
}

function unlisted(changes: readonly ChangeDraft[]): readonly ChangeDraft[] {
  if (changes.length < MAXIMUM_CHANGES) return []
  const says = `There are more than ${MAXIMUM_CHANGES} changes, the others are not listed.`
  return [
    {
      subject: 'operation',
      action: 'changed',
      level: 'breaking',
      direction: 'both',
      place: 'operation',
      pointer: {},
      says,
    },
  ]
}
