import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { zooCredentials } from './in-process.ts'
import type { Heard, Provider } from './provider.ts'
import { withAnswerTraits } from './traits/answer-traits.ts'
import { onTheWire } from './traits/transport-traits.ts'
import type { Wire } from './wire.ts'

/** A provider that listens on 127.0.0.1. */
export interface Animal extends AsyncDisposable {
  readonly baseUrl: string
  readonly credentials: { readonly key: string; readonly secret: string }
  /** Answers so far that were other than those of the provider without traits. */
  readonly differing: () => number
  /** Names that the provider asked for, whether it has such a trait. */
  readonly asked: ReadonlySet<string>
}

/** Serves a provider with traits. The same provider without them answers every request beside it, so that what differs is known. */
export async function serveAnimal(provider: Provider, path: string, traits: readonly string[]): Promise<Animal> {
  const credentials = zooCredentials
  const [odd, plain] = [new Set(traits), new Set<string>()]
  const [usedByOdd, usedByPlain] = [new Set<string>(), new Set<string>()]
  const asked = new Set<string>()
  let count = 0
  let differing = 0
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      count += 1
      const heard = heardIn(request, Buffer.concat(pieces).toString('utf8'))
      const now = Math.floor(Date.now() / 1000)
      const known = { credentials, now, id: randomUUID(), count }
      const answered = (own: ReadonlySet<string>, used: Set<string>): Wire => {
        const has = (trait: string): boolean => {
          asked.add(trait)
          return own.has(trait)
        }
        const call = { ...known, used, has, now: now + (has('clock-ahead') ? 20 : 0) }
        const right = heard.method === 'POST' && heard.path === path
        const answer = right ? provider(heard, call) : { status: 404, body: { error: 'Not found', code: 404 } }
        const spoilt = withAnswerTraits(answer, heard, call)
        return onTheWire(spoilt, heard, call)
      }
      const wire = answered(odd, usedByOdd)
      if (!isDeepStrictEqual(wire, answered(plain, usedByPlain))) differing += 1
      setTimeout(() => send(wire, request, response), wire.delay ?? 0)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The provider has no port.')
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    credentials,
    differing: () => differing,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function heardIn(request: IncomingMessage, raw: string): Heard {
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return { method: request.method ?? '', path: request.url ?? '', headers: Object.fromEntries(headers), raw }
}

function send(wire: Wire, request: IncomingMessage, response: ServerResponse): void {
  if (wire.fault === 'hang') return
  if (wire.fault === 'reset') return void request.socket.destroy()
  const length = { 'content-length': String(wire.payload.length) }
  response.writeHead(wire.status, wire.chunked ? wire.headers : { ...wire.headers, ...length })
  if (wire.fault === 'cut') {
    const half = wire.payload.subarray(0, Math.floor(wire.payload.length / 2))
    response.write(half, () => request.socket.destroy())
    return
  }
  for (let at = 0; wire.chunked && at < wire.payload.length; at += 40)
    response.write(wire.payload.subarray(at, at + 40))
  response.end(wire.chunked ? undefined : wire.payload)
}
