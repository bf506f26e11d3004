import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { inProcess } from '../in-process.ts'
import type { Heard, Provider } from '../provider.ts'

/** What a target does with a request instead of answering it rightly; `false` where it answers. Requests count from 1. */
export type Script = (number: number, response: ServerResponse, heard: Heard) => boolean

/** A target that listens on 127.0.0.1. */
export interface ScriptedTarget extends AsyncDisposable {
  readonly baseUrl: string
  readonly received: () => number
}

/** Serves a right provider that does what a script says with some requests. */
export async function scriptedTarget(provider: Provider, path: string, script: Script): Promise<ScriptedTarget> {
  const answer = inProcess(provider, path)
  let received = 0
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    request.on('end', () => {
      received += 1
      const heard = heardIn(request, Buffer.concat(pieces).toString('utf8'))
      if (!script(received, response, heard)) void answered(answer, heard, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The target has no port.')
  return {
    baseUrl: `http://127.0.0.1:${address.port}`,
    received: () => received,
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

async function answered(
  answer: (request: Request) => Promise<Response>,
  { method, path, headers, raw }: Heard,
  response: ServerResponse,
): Promise<void> {
  const known = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined)
  const body = raw === '' || method === 'GET' ? {} : { body: raw }
  const sent = Object.fromEntries(known.filter(([name]) => !['connection', 'content-length', 'host'].includes(name)))
  const came = await answer(new Request(`http://127.0.0.1${path}`, { method, headers: sent, ...body }))
  const payload = Buffer.from(await came.arrayBuffer())
  response.writeHead(came.status, { ...Object.fromEntries(came.headers), 'content-length': String(payload.length) })
  response.end(payload)
}
