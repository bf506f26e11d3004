import type { Json, Operation } from '@assay/contract'
import { type Draft, sealDraft } from '@assay/rules'
import type { Mock } from '../mock.ts'
import type { PlainRequest } from '../plain-request.ts'

/** An answer with its body read. */
export interface Sent {
  readonly status: number
  readonly rule: string | undefined
  readonly body: Json
}

/** A rightly signed request with this body, unless the draft says otherwise. */
export function plainRequestOf(
  mock: Mock,
  draft: Draft,
  operation: Operation | undefined = mock.contract.operations[0],
): PlainRequest & { readonly headers: Headers } {
  if (!operation) throw new Error('The contract has no operation to send to.')
  const { credentials, base: basePath } = mock
  const { method, pathAndQuery, headers, bytes } = sealDraft(draft, operation, {
    credentials,
    now: Date.now(),
    basePath,
  })
  return { method, target: pathAndQuery, headers: new Headers(headers), bytes }
}

/** What a mock says to a request as {@link plainRequestOf} makes it. */
export function send(mock: Mock, draft: Draft, operation?: Operation): Sent {
  const { status, rule, text } = mock.answer(plainRequestOf(mock, draft, operation))
  return { status, rule, body: JSON.parse(text) }
}

/** The same request for `fetch`, to an origin that does not exist. */
export function requestOf(mock: Mock, draft: Draft, operation?: Operation): Request {
  const { method, target, headers, bytes } = plainRequestOf(mock, draft, operation)
  return new Request(`http://mock.test${target}`, { method, headers, body: Buffer.from(bytes) })
}
