import type { SigningProfile } from '@assay/signing'
import type { AuthenticationFault } from './draft.ts'

/** Whether a fault can be made with a signing profile at all: a static key has no signature to get wrong. */
export function faultApplies(fault: AuthenticationFault, profile: SigningProfile): boolean {
  const message = profile.signature?.message
  switch (fault) {
    case 'missing-key':
    case 'empty-key':
    case 'unknown-key':
    case 'half-key':
    case 'longer-key':
    case 'other-case-key':
      return true
    case 'malformed-header':
      // Where a header is the bare value, no grammar can be broken.
      return profile.headers.some((header) => !header.template.startsWith('{'))
    case 'without-path':
      return message?.includes('path-and-query') === true && message.length > 1
    case 'upper-case':
      return profile.signature?.encoding === 'hex'
    case 'other-timestamp-unit':
    case 'old-timestamp':
      return profile.signature?.timestamp !== undefined
    case 'other-body':
    case 'empty-body':
    case 'trailing-newline':
    case 'reserialised':
      return message?.includes('body') ?? false
    default:
      return message !== undefined
  }
}
