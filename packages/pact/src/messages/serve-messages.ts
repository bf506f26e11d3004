import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A message as a provider sends it: headers, and the very bytes. */
export interface ProvidedMessage {
  readonly headers: { readonly [name: string]: string }
  readonly body: Uint8Array
}

/** Where Pact's verifier asks for messages. */
export interface MessageServer {
  readonly port: number
  close(): Promise<void>
}

/**
 * Serves messages to Pact's verifier on 127.0.0.1: it posts `{ description }` and gets the bytes, with the metadata in a header of Pact's own. pact-js has
 * a server for this too, which listens on every interface and writes a JSON body anew, so that a signature over its bytes would not hold.
 */
export async function serveMessages(message: (description: string) => ProvidedMessage): Promise<MessageServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      try {
        const asked: unknown = JSON.parse(Buffer.concat(chunks).toString())
        const { headers, body } = message(descriptionOf(asked))
        const metadata = Buffer.from(JSON.stringify(headers)).toString('base64')
        response.writeHead(200, { 'content-type': 'application/json', 'pact-message-metadata': metadata }).end(body)
      } catch (error) {
        response
          .writeHead(500, { 'content-type': 'text/plain' })
          .end(error instanceof Error ? error.message : String(error))
      }
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function descriptionOf(asked: unknown): string {
  const known = typeof asked === 'object' && asked !== null && 'description' in asked ? asked.description : undefined
  if (typeof known !== 'string') throw new Error('Pact asked for a message without a description.')
  return known
}
