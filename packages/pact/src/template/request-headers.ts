import type { Operation } from '@assay/contract'
import type { AuthenticationFault, Draft } from '@assay/rules'
import type { SigningProfile } from '@assay/signing'
import { type Matcher, regex } from './matchers.ts'

/** What stands for the key in a pact: nobody's. */
const EXAMPLE_KEY = 'the-key-of-an-account'

/** The headers of a request for a pact: the media type, and what authenticates by its shape alone. Neither key nor signature stands there. */
export function requestHeaders(operation: Operation, draft: Draft): Readonly<Record<string, string | Matcher<string>>> {
  return {
    ...contentType(operation, draft),
    ...(operation.signing === undefined ? {} : authenticating(operation.signing, draft)),
  }
}

function contentType({ request }: Operation, draft: Draft): Readonly<Record<string, string | Matcher<string>>> {
  if (draft.contentType === null || request === undefined) return {}
  // The body is JSON for Pact whatever its header says, which Pact takes from a header with a matcher alone.
  return {
    'Content-Type':
      draft.contentType === undefined
        ? request.contentType
        : regex(`^${draft.contentType.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`, draft.contentType),
  }
}

const shapeless: ReadonlySet<AuthenticationFault> = new Set([
  'malformed-header',
  'half',
  'empty-key',
  'empty-signature',
])

function authenticating(profile: SigningProfile, { fault }: Draft): Readonly<Record<string, Matcher<string>>> {
  const left = fault === 'missing-key' ? '{key}' : fault === 'missing-signature' ? '{signature}' : undefined
  // A header that is wrong in its form has no shape to match.
  if (fault !== undefined && shapeless.has(fault)) return {}
  return Object.fromEntries(
    profile.headers
      .filter(({ template }) => left === undefined || !template.includes(left))
      .map(({ name, template }) => [name, regex(shapeOf(template, profile), exampleOf(template, profile))]),
  )
}

function shapeOf(template: string, { signature }: SigningProfile): string {
  const escaped = template.replace(/[\\^$.*+?()[\]|/-]/g, '\\$&')
  const digits = signature?.encoding === 'hex' ? '[0-9a-f]' : '[A-Za-z0-9+/=]'
  return `^${escaped
    .replace('{key}', '[!-~]+')
    .replace('{signature}', `${digits}{${lengthOf(signature)}}`)
    .replace('{timestamp}', '[0-9]{10,13}')}$`
}

function exampleOf(template: string, { signature }: SigningProfile): string {
  return template
    .replace('{key}', EXAMPLE_KEY)
    .replace('{signature}', '0'.repeat(lengthOf(signature)))
    .replace('{timestamp}', signature?.timestamp === 'seconds' ? '1700000000' : '1700000000000')
}

/** Characters of a signature, in its encoding. */
function lengthOf(signature: SigningProfile['signature']): number {
  const bytes = signature?.algorithm === 'HMAC-SHA256' ? 32 : 64
  return signature?.encoding === 'hex' ? bytes * 2 : Math.ceil(bytes / 3) * 4
}
