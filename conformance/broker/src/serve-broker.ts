import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { answerBroker } from './broker-routes.ts'
import { type BrokerState, emptyBroker } from './broker-state.ts'

/** A small broker that is being served. */
export interface SmallBroker {
  readonly url: string
  readonly state: BrokerState
  /** What was asked, in order: `GET /matrix`. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** What a client must prove: a bearer token, or a name and a password. */
export interface BrokerAccess {
  readonly token?: string
  readonly basic?: { readonly username: string; readonly password: string }
}

/** Most bytes of a request: pacts of a whole provider are far smaller. */
const MOST = 5_000_000

/** Serves a small broker on any free port of 127.0.0.1. What it is told lives as long as it does. */
export async function serveBroker({ token, basic }: BrokerAccess = {}): Promise<SmallBroker> {
  const state = emptyBroker()
  const asked: string[] = []
  const expected = token
    ? `Bearer ${token}`
    : basic && `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`
  const server = createServer(async (request, response) => {
    const base = `http://${request.headers.host}`
    const url = new URL(request.url ?? '/', base)
    asked.push(`${request.method} ${url.pathname}`)
    const answer = await answered(request, url, base)
    response.writeHead(answer.status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(answer.body))
  })
  const answered = async (request: IncomingMessage, url: URL, base: string): ReturnType<typeof bodyAnswered> => {
    if (expected !== undefined && request.headers.authorization !== expected) {
      return { status: 401, body: { error: 'The credentials are wrong.' } }
    }
    return bodyAnswered(request, url, base)
  }
  const bodyAnswered = async (
    request: IncomingMessage,
    url: URL,
    base: string,
  ): Promise<ReturnType<typeof answerBroker>> => {
    try {
      const path = url.pathname
        .split('/')
        .filter((part) => part !== '')
        .map(decodeURIComponent)
      const body: unknown = JSON.parse((await textOf(request)) || 'null')
      return answerBroker(state, { method: request.method ?? 'GET', path, query: url.searchParams, body, base })
    } catch (error) {
      return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } }
    }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    ...{ url: `http://127.0.0.1:${port}`, state, asked },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MOST) throw new Error('The request is too large.')
  }
  return Buffer.concat(chunks).toString()
}
