/** What a part of a page tells about. */
export interface Section {
  readonly kind: 'request' | 'response' | 'errors' | 'header' | 'query' | 'path' | 'notes' | 'example'
  /** Of which body the example is, where the heading says. */
  readonly of?: 'request' | 'response' | 'errors'
  /** A status in the heading. */
  readonly status?: string
}

/** Headings are short. */
const MAXIMUM_WORDS = 8

/** What a heading announces, or undefined for a heading of another matter. */
export function sectionOf(heading: string): Section | undefined {
  const words = heading
    .toLowerCase()
    .replaceAll(/[:#*`]/g, ' ')
    .trim()
  if (words === '' || words.split(/\s+/).length > MAXIMUM_WORDS || /[.!?]$/.test(words)) return undefined
  const status = /\b([1-5]\d\d)\b/.exec(words)?.[1]
  const found = status === undefined ? {} : { status }
  const error =
    /\berrors?\b|\bfail(?:ures?|ed)?\b|^(?:wrong|invalid|declined|denied|unauthori[sz]ed)\b/.test(words) ||
    /^[45]/.test(status ?? '')
  const response = /\b(?:responses?|returns?|results?|answers?|outputs?|success)\b/.test(words)
  const request = /\brequests?\b/.test(words)
  if (/\b(?:examples?|samples?)\b/.test(words) && words.split(/\s+/).length <= 5) {
    return {
      kind: 'example',
      ...found,
      ...(error ? { of: 'errors' } : response ? { of: 'response' } : request ? { of: 'request' } : {}),
    }
  }
  if (/^(?:(?:important )?notes?|remarks?|good to know|limitations?)$/.test(words)) return { kind: 'notes' }
  if (error && !request) return { kind: 'errors', ...found }
  if (/\bheaders?\b/.test(words)) return { kind: 'header' }
  if (/\bquery\b/.test(words)) return { kind: 'query' }
  if (/\bpath\b|\burl (?:parameters?|params?)\b/.test(words)) return { kind: 'path' }
  if (response || (status !== undefined && /^[1-3]/.test(status))) return { kind: 'response', ...found }
  const bodyWords =
    /^(?:the )?(?:(?:request|body|input|post|json|form) )*(?:request|body|parameters?|params?|arguments?|inputs?|payload|fields?|attributes?|properties)(?: (?:parameters?|params?|fields?|schema|attributes?|body))?$/
  return bodyWords.test(words) ? { kind: 'request' } : undefined
}
