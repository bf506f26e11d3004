import type { Operation } from '@assay/contract'
import type { SealedRequest } from '@assay/rules'
import { type Credentials, signatureOf } from '@assay/signing'

/**
 * The signatures that belong to a request: those it carries, right or wrong, and the one that would be right for it. None of them may be shown.
 */
export function signaturesOf(sealed: SealedRequest, operation: Operation, credentials: Credentials): readonly string[] {
  const profile = operation.signing
  if (profile?.signature === undefined || credentials.secret === undefined) return []
  const carried = profile.headers.map(({ name }) => sealed.headers[name] ?? '').join(' ')
  const timestamp = profile.signature.timestamp === undefined ? undefined : (/\b\d{10,16}\b/.exec(carried)?.[0] ?? '0')
  const right = signatureOf(profile, {
    pathAndQuery: sealed.pathAndQuery,
    body: sealed.bytes,
    credentials,
    ...(timestamp === undefined ? {} : { timestamp }),
  })
  // Any run of signature characters at least half as long as a signature is one, or a piece of one.
  const pieces =
    carried.match(new RegExp(`[A-Za-z0-9+/]{${Math.floor(right.replace(/=+$/, '').length / 2)},}=*`, 'g')) ?? []
  return [...new Set([right, ...pieces.filter((piece) => !piece.includes(credentials.key))])]
}
