import { isSameSite } from './same-site.ts'
import { UnreadableError } from './unreadable-error.ts'

/** How a page is fetched. */
export interface FetchOptions {
  /** Milliseconds for one page, redirects included; 20,000 unless given. */
  readonly timeout?: number
  /** Most bytes of a page, after decompression; 5,000,000 unless given. */
  readonly limit?: number
  /** Aborts when the user interrupts. */
  readonly signal?: AbortSignal
}

/** A redirect leads to another, at most this often. */
const MAXIMUM_REDIRECTS = 5
const REDIRECTS = new Set([301, 302, 303, 307, 308])

/**
 * Fetches the text of a page: over HTTPS, or over HTTP from this machine; redirects only within the same site; within a time and a size.
 * @throws UnreadableError where the page cannot be had or is no text.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<string> {
  const { timeout = 20_000, limit = 5_000_000 } = options
  const ending = AbortSignal.timeout(timeout)
  const signal = options.signal === undefined ? ending : AbortSignal.any([ending, options.signal])
  try {
    let url = allowed(address, undefined)
    for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
      const response = await fetch(url.href, {
        redirect: 'manual',
        signal,
        headers: { accept: 'text/markdown, text/html;q=0.9, text/plain;q=0.8, */*;q=0.5' },
      })
      if (!REDIRECTS.has(response.status)) return await readText(response, url, limit)
      await response.body?.cancel()
      const location = response.headers.get('location')
      if (location === null || !URL.canParse(location, url.href))
        throw new UnreadableError(`${url.href} redirects to nowhere.`)
      url = allowed(new URL(location, url.href).href, url)
    }
    throw new UnreadableError(`${address} redirects more than ${MAXIMUM_REDIRECTS} times.`)
  } catch (error) {
    if (error instanceof UnreadableError) throw error
    if (options.signal?.aborted) throw new UnreadableError(`${address}: interrupted.`, { cause: error })
    if (ending.aborted)
      throw new UnreadableError(`${address} did not answer in full within ${timeout / 1000} s.`, { cause: error })
    throw new UnreadableError(`${address} cannot be reached: ${reasonOf(error)}.`, { cause: error })
  }
}

function allowed(address: string, from: URL | undefined): URL {
  if (!URL.canParse(address)) throw new UnreadableError(`"${address}" is no URL.`)
  const url = new URL(address)
  if (from !== undefined && !isSameSite(from, url)) {
    throw new UnreadableError(
      `${from.href} redirects to another site, ${url.origin}: give that address with --from if it is the right one.`,
    )
  }
  const isLocal = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) return url
  throw new UnreadableError(
    `${url.href} is not read: pages are fetched over https alone, from this machine over http as well.`,
  )
}

async function readText(response: Response, url: URL, limit: number): Promise<string> {
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new UnreadableError(`${url.href} answers with the status ${response.status}.`)
  }
  const type = response.headers.get('content-type') ?? 'text/plain'
  if (!/^(?:text\/|application\/(?:.*\+)?(?:json|yaml|x-yaml|xml|xhtml|markdown|octet-stream))/i.test(type)) {
    await response.body?.cancel()
    throw new UnreadableError(`${url.href} is no page of text but ${type}.`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new UnreadableError(`${url.href} has more than ${limit} bytes.`)
    chunks.push(chunk)
  }
  return decoded(Buffer.concat(chunks), url.href)
}

/** The text of bytes. @throws UnreadableError where they are not UTF-8. */
export function decoded(bytes: Uint8Array, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new UnreadableError(`${place} is not UTF-8 text.`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? (cause instanceof Error ? cause.message : String(cause))
}
