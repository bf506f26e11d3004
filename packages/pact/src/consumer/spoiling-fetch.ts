import type { Operation } from '@assay/contract'
import { type Draft, sealDraft } from '@assay/rules'
import type { Credentials } from '@assay/signing'

/**
 * A `fetch` that sends what a typed client made, but for what no client of ours does: it leaves the key out, signs wrongly, sends another media type or bytes
 * that are no such body. What the client made goes through as it is where the draft has no such fault.
 */
export function spoilingFetch(
  draft: Draft,
  operation: Operation,
  credentials: Credentials,
): (request: Request) => Promise<Response> {
  const { fault, text, contentType } = draft
  if (fault === undefined && text === undefined && contentType === undefined) return (request) => fetch(request)
  return async (request) => {
    const { bytes, headers } = sealDraft({ ...draft, text: text ?? (await request.text()) }, operation, {
      credentials,
      now: Date.now(),
      basePath: new URL(request.url).pathname.slice(0, -operation.path.length),
    })
    return fetch(request.url, { method: request.method, headers, body: Buffer.from(bytes), signal: request.signal })
  }
}
