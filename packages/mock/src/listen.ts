import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'
import { rawHeaders } from './raw-headers.ts'
import { BODY_LIMIT } from './read-bytes.ts'
import { tooLarge } from './too-large.ts'

/** Answers a request that has arrived as a whole; `isLocal` tells whether it came from this machine. */
export type AnswerRequest = (request: PlainRequest, isLocal: () => boolean) => PlainAnswer

/** A server that listens. */
export interface Listener {
  readonly port: number
  /** Takes no more connections, lets the answers under way end, and ends what is left after half a second. */
  close(): Promise<void>
}

const CLOSE_PATIENCE = 500

/**
 * Serves HTTP/1.1 and passes on each request as plain bytes.
 * A body of more than 1 MiB is answered with 413 and not kept.
 * @throws Error when the port cannot be had.
 */
export async function listen(answer: AnswerRequest, host: string, port: number): Promise<Listener> {
  // Neither a slow request nor an endless one holds a connection for longer than this.
  const server = createServer({ requestTimeout: 30_000, keepAliveTimeout: 30_000 }, (incoming, outgoing) =>
    receive(incoming, outgoing, server, answer),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(whyNot(error, host, port), { cause: error })))
    server.listen(port, host, resolve)
  })
  return { port: (server.address() as AddressInfo).port, close: () => close(server) }
}

function receive(incoming: IncomingMessage, outgoing: ServerResponse, server: Server, answer: AnswerRequest): void {
  const chunks: Buffer[] = []
  let length = 0
  incoming.on('data', (chunk: Buffer) => {
    length += chunk.byteLength
    if (length <= BODY_LIMIT) chunks.push(chunk)
    else if (!outgoing.headersSent) {
      chunks.length = 0
      send(outgoing, tooLarge(), server)
    }
  })
  incoming.on('end', () => {
    if (outgoing.headersSent) return
    const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
    const request = {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: rawHeaders(incoming.rawHeaders),
      bytes,
    }
    send(
      outgoing,
      answer(request, () => isLoopback(incoming.socket.remoteAddress)),
      server,
    )
  })
  // A client that goes away in the middle of its request gets no answer and does no harm.
  incoming.on('error', () => outgoing.destroy())
}

function send(outgoing: ServerResponse, answer: PlainAnswer, server: Server): void {
  const headers = { ...answer.headers, 'content-length': Buffer.byteLength(answer.text) }
  outgoing.writeHead(answer.status, server.listening ? headers : { ...headers, connection: 'close' })
  outgoing.end(answer.text)
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}

async function close(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE)
  await ended
  clearTimeout(timer)
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} of ${host} is taken: give another one, or 0 for any free one.`
  if (error.code === 'EACCES') return `Port ${port} of ${host} may not be used: give one above 1023.`
  return `Cannot listen at ${host}:${port}: ${error.message}.`
}
