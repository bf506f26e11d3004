import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

/** What a scripted server does with a request: the number counts from 1. */
export type Script = (request: IncomingMessage, body: Buffer, response: ServerResponse, number: number) => void

/** A loopback server that does what a test tells it. */
export interface ScriptedServer {
  readonly baseUrl: string
  /** Requests received so far. */
  readonly received: () => number
  close(): Promise<void>
}

/** Starts a server on a free port of 127.0.0.1. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  let received = 0
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received += 1
      script(request, Buffer.concat(chunks), response, received)
    })
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/api`,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Answers with JSON. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
