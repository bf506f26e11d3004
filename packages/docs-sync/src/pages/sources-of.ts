import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import type { PageReading } from './page-reading.ts'

/**
 * The value of a provider's `sources.yaml` after its pages were read: format, hash and fingerprints are those of the readings, whatever else
 * the file said of a page (title, site, url, names …) stays. A page that was not read stays as it was.
 * @param read The day the pages were read, `YYYY-MM-DD`.
 */
export function sourcesOf(previous: JsonObject, readings: readonly PageReading[], read: string): JsonObject {
  const pages = Array.isArray(previous.pages) ? previous.pages.filter(isJsonObject) : []
  const known = new Set(pages.map(({ id }) => id))
  const updated = pages.map((page) => {
    const reading = readings.find(({ id }) => id === page.id)
    return reading === undefined ? page : pageOf(page, reading, read)
  })
  const added = readings.filter(({ id }) => !known.has(id)).map((reading) => pageOf({ id: reading.id }, reading, read))
  return { ...previous, pages: [...updated, ...added] }
}

function pageOf(page: JsonObject, reading: PageReading, day: string): JsonObject {
  const { format: _, read: __, sha256: ___, fields: ____, ...rest } = page
  // The day of the last change that was read: reading the same bytes again is no news.
  const read: Json = page.sha256 === reading.sha256 && typeof page.read === 'string' ? page.read : day
  return { ...rest, format: reading.format, read, sha256: reading.sha256, fields: reading.fingerprints }
}
