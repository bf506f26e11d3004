import type { JsonObject } from '@assay/contract'

/** The media type that the headers of a shown request tell. */
export function mediaTypeOf(headers: JsonObject): string {
  const entry = Object.entries(headers).find(([name]) => /^content-type$/i.test(name))
  return typeof entry?.[1] === 'string' ? (entry[1].split(';')[0] ?? '').trim().toLowerCase() : 'application/json'
}
