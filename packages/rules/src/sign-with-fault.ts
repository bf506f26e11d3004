import { headersOf, type SignInput, type SigningProfile, sign, signatureOf } from '@assay/signing'
import type { AuthenticationFault } from './draft.ts'
import { inOtherCase } from './in-other-case.ts'

/** The headers that authenticate a request, wrong in the way a fault says; without a fault they are right. */
export function signWithFault(
  profile: SigningProfile,
  input: SignInput,
  fault: AuthenticationFault | undefined,
): Record<string, string> {
  if (fault === undefined) return sign(profile, input)
  const { credentials } = input
  switch (fault) {
    case 'missing-key':
      return withHeaders(
        profile.headers.filter(({ template }) => !template.includes('{key}')),
        profile,
        input,
      )
    case 'missing-signature':
      return withoutSignature(profile, input)
    case 'empty-key':
      return headersOf(profile, { ...readable(profile, input), ...signatureHole(profile, input), key: '' })
    case 'empty-signature':
      return headersOf(profile, { ...readable(profile, input), signature: '' })
    case 'unknown-key':
      return sign(profile, { ...input, credentials: { ...credentials, key: otherText(credentials.key) } })
    case 'half-key':
      return sign(profile, { ...input, credentials: { ...credentials, key: halfOf(credentials.key) } })
    case 'longer-key':
      return sign(profile, { ...input, credentials: { ...credentials, key: `${credentials.key}0` } })
    case 'other-case-key':
      return sign(profile, {
        ...input,
        credentials: { ...credentials, key: inOtherCase(credentials.key) ?? credentials.key },
      })
    // Right for what was signed, which is not what is sent.
    case 'reserialised':
      return sign(profile, input)
    case 'malformed-header':
      return Object.fromEntries(
        Object.entries(sign(profile, input)).map(([name, value]) => [name, `malformed ${value}`]),
      )
    case 'other-timestamp-unit':
      return sign(withOtherUnit(profile), input)
    case 'old-timestamp':
      return sign(profile, { ...input, now: input.now - DAY })
    default:
      return headersOf(profile, { ...readable(profile, input), signature: wrongSignature(profile, input, fault) })
  }
}

function wrongSignature(profile: SigningProfile, input: SignInput, fault: AuthenticationFault): string {
  const { timestamp } = readable(profile, input)
  const signed = (changed: Partial<SignInput>, by = profile): string =>
    signatureOf(by, { ...input, ...changed, ...(timestamp === undefined ? {} : { timestamp }) })
  const right = signed({})
  switch (fault) {
    case 'wrong-secret':
      return signed({ credentials: { ...input.credentials, secret: otherText(input.credentials.secret ?? '') } })
    case 'other-body':
      return signed({ body: new TextEncoder().encode('{"of":"another request"}') })
    case 'empty-body':
      return signed({ body: new Uint8Array() })
    case 'trailing-newline':
      return signed({ body: Uint8Array.from([...input.body, 0x0a]) })
    case 'first-digit':
      return withOtherDigit(right, 0)
    case 'middle-digit':
      return withOtherDigit(right, Math.floor(right.length / 2))
    case 'last-digit':
      return withOtherDigit(right, right.replace(/=+$/, '').length - 1)
    case 'upper-case':
      return right.toUpperCase()
    case 'half':
      return right.slice(0, right.length / 2)
    default:
      return signed({}, withoutPath(profile))
  }
}

/** Milliseconds. */
const DAY = 86_400_000

function withOtherUnit(profile: SigningProfile): SigningProfile {
  const { signature } = profile
  if (signature?.timestamp === undefined) return profile
  return {
    ...profile,
    signature: { ...signature, timestamp: signature.timestamp === 'seconds' ? 'milliseconds' : 'seconds' },
  }
}

function withoutPath(profile: SigningProfile): SigningProfile {
  const { signature } = profile
  if (signature === undefined) return profile
  return {
    ...profile,
    signature: { ...signature, message: signature.message.filter((part) => part !== 'path-and-query') },
  }
}

/** Key and timestamp as they stand in the headers. */
function readable(profile: SigningProfile, { credentials, now }: SignInput): { key: string; timestamp?: string } {
  const unit = profile.signature?.timestamp
  if (unit === undefined) return { key: credentials.key }
  return { key: credentials.key, timestamp: String(unit === 'seconds' ? Math.floor(now / 1000) : Math.floor(now)) }
}

/** Leaves the signature out: its named part where the header has several, else the header. */
function withoutSignature(profile: SigningProfile, input: SignInput): Record<string, string> {
  const part = /[\w-]+=\{signature\}\s*,\s*|\s*,\s*[\w-]+=\{signature\}/
  const headers = profile.headers
    .map((header) => ({ ...header, template: header.template.replace(part, '') }))
    .filter((header) => !header.template.includes('{signature}'))
  return withHeaders(headers, profile, input)
}

function withHeaders(
  headers: SigningProfile['headers'],
  profile: SigningProfile,
  input: SignInput,
): Record<string, string> {
  return headersOf({ headers }, { ...readable(profile, input), ...signatureHole(profile, input) })
}

/** The right signature, where the profile has one. */
function signatureHole(profile: SigningProfile, input: SignInput): { readonly signature?: string } {
  return profile.signature === undefined ? {} : { signature: rightSignature(profile, input) }
}

function rightSignature(profile: SigningProfile, input: SignInput): string {
  const { timestamp } = readable(profile, input)
  return signatureOf(profile, { ...input, ...(timestamp === undefined ? {} : { timestamp }) })
}

function halfOf(key: string): string {
  return key.length < 2 ? `${key}x` : key.slice(0, key.length / 2)
}

/** Another text of the same length and alphabet. */
function otherText(text: string): string {
  const other = text.replace(/[a-z0-9]/gi, (digit) => otherDigit(digit))
  return other === text ? `${text}x` : other
}

function withOtherDigit(text: string, index: number): string {
  return text.slice(0, index) + otherDigit(text.charAt(index)) + text.slice(index + 1)
}

function otherDigit(digit: string): string {
  if (/\d/.test(digit)) return digit === '9' ? '0' : String(Number(digit) + 1)
  const next: Record<string, string> = { f: 'a', F: 'A', z: 'g', Z: 'G' }
  return next[digit] ?? (/[a-y]/i.test(digit) ? String.fromCharCode(digit.charCodeAt(0) + 1) : 'A')
}
