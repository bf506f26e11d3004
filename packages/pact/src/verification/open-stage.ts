import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'

/** A request as Pact's Verifier sends it. */
export interface StageRequest {
  readonly contentType: string | undefined
  readonly bytes: Uint8Array
}

/** What the Verifier is answered. */
export interface StageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
}

/** Who plays on a stage. */
export interface Stagehands {
  /** Brings the provider into a state; gives the values that it gives to the request. */
  readonly enter: (state: string, parameters: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>
  readonly answer: (request: StageRequest) => Promise<StageAnswer>
}

/** Where the Verifier finds the provider: a server on this machine between the two. */
export interface Stage {
  readonly url: string
  close(): Promise<void>
}

/** Opens a stage on any free port of 127.0.0.1: `POST /_state` brings the provider into a state, everything else is a request for it. */
export async function openStage(hands: Stagehands): Promise<Stage> {
  const server = createServer(async (request, response) => {
    try {
      const bytes = await bytesOf(request)
      const {
        status,
        headers,
        bytes: body,
      } = request.url === '/_state'
        ? await entered(bytes, hands)
        : await hands.answer({ contentType: request.headers['content-type'], bytes })
      response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
    } catch (error) {
      response
        .writeHead(500, { 'content-type': 'text/plain' })
        .end(error instanceof Error ? error.message : String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function entered(bytes: Uint8Array, { enter }: Stagehands): Promise<StageAnswer> {
  const { state, parameters }: { state: string; parameters: Record<string, unknown> } = JSON.parse(
    new TextDecoder().decode(bytes),
  )
  const values = await enter(state, parameters)
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    bytes: new TextEncoder().encode(JSON.stringify(values)),
  }
}

async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}
