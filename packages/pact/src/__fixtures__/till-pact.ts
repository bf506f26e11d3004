import type { PactDocument } from '../verification/pact-document.ts'

/** A pact with the till of one interaction, written by hand. */
export function tillPact(
  change: { readonly content?: unknown; readonly status?: number; readonly path?: string } = {},
): PactDocument {
  const json = (content: unknown) => ({ content, contentType: 'application/json', encoded: false })
  return {
    consumer: { name: 'a-shop' },
    provider: { name: 'till' },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'a payment',
        request: {
          method: 'POST',
          path: change.path ?? '/payments',
          headers: { 'Content-Type': ['application/json'] },
          body: json({ amount: '12.50', currency: 'EUR' }),
        },
        response: {
          status: change.status ?? 201,
          headers: { 'Content-Type': ['application/json'] },
          body: json(change.content ?? { id: 'p-1', state: 'new' }),
        },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  }
}
