import type { Heard, Provider } from './provider.ts'
import { withAnswerTraits } from './traits/answer-traits.ts'

/** The credentials of every provider of the zoo. */
export const zooCredentials = { key: 'zoo-key-0001', secret: 'zoo-secret-5e1f0c' } as const

/** An answer on its way out, that a script may change. */
export interface Outgoing {
  status: number
  readonly headers: { [name: string]: string }
  text: string
}

/** A provider of the zoo behind the face of fetch, without a network: ids count from 1, and the clock is the one given. */
export function inProcess(
  provider: Provider,
  path: string,
  now: () => number = Date.now,
  spoil: (answer: Outgoing, heard: Heard) => void = () => undefined,
): (request: Request) => Promise<Response> {
  const used = new Set<string>()
  let count = 0
  return async (request) => {
    const raw = await request.text()
    const headers = Object.fromEntries(request.headers)
    const heard: Heard = { method: request.method, path: new URL(request.url).pathname, headers, raw }
    count += 1
    const id = `0196f6a1-cab2-4${String(count % 1000).padStart(3, '0')}-84c7-${String(count).padStart(12, '0')}`
    const call = {
      credentials: zooCredentials,
      has: () => false,
      used,
      now: Math.floor(now() / 1000),
      id,
      count,
    }
    const isKnown = heard.method === 'POST' && heard.path === path
    const answer = isKnown ? provider(heard, call) : { status: 404, body: { error: 'Not found', code: 404 } }
    const { status, body } = withAnswerTraits(answer, heard, call)
    const outgoing: Outgoing = {
      status,
      headers: { 'content-type': 'application/json' },
      text: JSON.stringify(body),
    }
    spoil(outgoing, heard)
    return new Response(outgoing.text, { status: outgoing.status, headers: outgoing.headers })
  }
}
