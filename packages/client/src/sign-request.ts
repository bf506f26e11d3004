import { type Credentials, type SigningProfile, sign } from '@assay/signing'

/** A request that is ready to be sent, and the headers that authenticate it. */
export interface SignedRequest {
  readonly request: Request
  readonly headers: Readonly<Record<string, string>>
}

/** Signs a request: its body is read into bytes once, these are signed, and these very bytes are sent. */
export async function signRequest(
  request: Request,
  profile: SigningProfile | undefined,
  credentials: Credentials,
  now: number,
): Promise<SignedRequest> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  const { pathname, search } = new URL(request.url)
  const signed = profile ? sign(profile, { pathAndQuery: pathname + search, body: bytes, credentials, now }) : {}
  const headers = new Headers(request.headers)
  for (const [name, value] of Object.entries(signed)) headers.set(name, value)
  const { url, method, signal, redirect } = request
  const body = bytes.byteLength === 0 ? {} : { body: bytes }
  return { request: new Request(url, { method, headers, signal, redirect, ...body }), headers: signed }
}
