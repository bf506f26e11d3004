import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ClientOptions } from '../client-options.ts'
import type { OperationDefinition } from '../operation-definition.ts'

/** Credentials that stand nowhere else, so that a trace of them is one. */
export const key = 'key-5up3r-v1s1ble'
export const secret = 'secret-n0b0dy-must-see'

/** An operation of nobody's provider, signed over path, time and body. */
export const createOrder: OperationDefinition = {
  name: 'createOrder',
  method: 'POST',
  path: '/orders',
  server: 'https://api.acme.example/v1',
  signing: {
    headers: [
      { name: 'X-Key', template: '{key}' },
      { name: 'Authorization', template: 'ACME signature={signature},timestamp={timestamp}' },
    ],
    signature: {
      algorithm: 'HMAC-SHA512',
      encoding: 'hex',
      message: ['path-and-query', 'timestamp', 'body'],
      timestamp: 'milliseconds',
    },
  },
  contentType: 'application/json',
  answers: true,
  success: ['201'],
  failure: ['422', '500'],
  errors: [
    { name: 'AmountMinimum', status: '422', body: { error: 'The minimum amount is <amount> EUR.', code: 422 } },
    { name: 'Already exists', status: '409', body: { error: { code: 'exists', message: 'It exists.' } } },
  ],
}

/** Options with a fetch that gives this answer, and what was sent to it. */
export function answering(
  answer: (request: Request) => Response | Promise<Response>,
  options: Partial<ClientOptions> = {},
): { readonly options: ClientOptions; readonly sent: Request[] } {
  const sent: Request[] = []
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request.clone())
    return answer(request)
  }
  return { sent, options: { key, secret, fetch, ...options } }
}

/** What `work` throws. */
export async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown.')
}

/** Runs `work` against a server on 127.0.0.1 and stops it. */
export async function withServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  work: (origin: string) => Promise<void>,
): Promise<void> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}
