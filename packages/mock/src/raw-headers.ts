import type { RequestHeaders } from '@assay/rules'

/**
 * The headers of a request as they stand in `rawHeaders` of node:http: names and values by turns. Few are asked for, so they are looked through
 * and no `Headers` is made; and unlike in node's own `headers` nothing that was sent twice is dropped.
 */
export function rawHeaders(raw: readonly string[]): RequestHeaders {
  return {
    get(name) {
      const wanted = name.toLowerCase()
      let value: string | null = null
      for (let index = 0; index + 1 < raw.length; index += 2) {
        const own = raw[index] ?? ''
        if (own.length !== wanted.length || (own !== name && own.toLowerCase() !== wanted)) continue
        value = value === null ? (raw[index + 1] ?? '') : `${value}, ${raw[index + 1] ?? ''}`
      }
      return value
    },
  }
}
