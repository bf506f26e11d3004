import type { SealedRequest } from '@assay/rules'
import type { Credentials } from '@assay/signing'
import { headersOf, type SignatureScheme, type SigningProfile, sign, signatureOf } from '@assay/signing'
import type { MistakeId } from './mistakes.ts'
import { reserialisedForms } from './reserialised-forms.ts'

/** A way of signing that is right only for who makes a certain mistake. */
export interface SigningVariant {
  readonly mistake: MistakeId
  /** The headers that authenticate the request; undefined where the variant would be no other than the right way. */
  headers(input: VariantInput): Record<string, string> | undefined
}

/** A request, and what signs it. */
export interface VariantInput {
  readonly profile: SigningProfile
  readonly sealed: Pick<SealedRequest, 'pathAndQuery' | 'bytes'>
  readonly credentials: Credentials
  /** Unix time in milliseconds. */
  readonly now: number
  /** How far the provider's clock is ahead, in milliseconds. */
  readonly skew: number
}

/** The ways in which signing goes wrong, each told by the signature that is accepted instead of the right one. */
export function signingVariants({ profile, sealed, credentials }: VariantInput): readonly SigningVariant[] {
  const forms = reserialisedForms(Buffer.from(sealed.bytes).toString('utf8'))
  return [
    {
      mistake: 'clock-off',
      headers: (input) =>
        input.profile.signature?.timestamp === undefined || input.skew === 0
          ? undefined
          : signed(input, { now: input.now + input.skew }),
    },
    { mistake: 'secret-and-key-swapped', headers: (input) => swapped(input) },
    { mistake: 'quotes-in-credentials', headers: (input) => unquoted(input) },
    ...(profile.signature === undefined || credentials.secret === undefined
      ? []
      : ofSignature(profile.signature, forms)),
  ]
}

function ofSignature(scheme: SignatureScheme, forms: readonly string[]): readonly SigningVariant[] {
  const utf8 = new TextEncoder()
  const withProfile = (changed: Partial<SignatureScheme>) => (input: VariantInput) =>
    written(input, (made) => made, {}, { ...input.profile, signature: { ...scheme, ...changed } })
  return [
    ...(scheme.encoding === 'hex'
      ? [
          {
            mistake: 'signature-upper-case' as const,
            headers: (input: VariantInput) => written(input, (made) => made.toUpperCase()),
          },
          { mistake: 'signature-base64' as const, headers: withProfile({ encoding: 'base64' }) },
        ]
      : [{ mistake: 'signature-hex' as const, headers: withProfile({ encoding: 'hex' }) }]),
    {
      mistake: 'trailing-newline',
      headers: (input) => written(input, (made) => made, { body: Uint8Array.from([...input.sealed.bytes, 0x0a]) }),
    },
    ...forms.map((form) => ({
      mistake: 'body-reserialised' as const,
      headers: (input: VariantInput) => written(input, (made) => made, { body: utf8.encode(form) }),
    })),
    ...(scheme.message.includes('path-and-query')
      ? [
          {
            mistake: 'path-not-signed' as const,
            headers: withProfile({ message: scheme.message.filter((part) => part !== 'path-and-query') }),
          },
        ]
      : []),
    ...(scheme.timestamp === undefined
      ? []
      : [
          {
            mistake: 'timestamp-unit' as const,
            headers: withProfile({ timestamp: scheme.timestamp === 'seconds' ? 'milliseconds' : 'seconds' }),
          },
        ]),
  ]
}

function signed(
  input: VariantInput,
  changed: { readonly now?: number; readonly credentials?: Credentials },
): Record<string, string> {
  const { profile, sealed, credentials, now } = input
  return sign(profile, { pathAndQuery: sealed.pathAndQuery, body: sealed.bytes, credentials, now, ...changed })
}

/** The headers with a signature that was made of other bytes, or is written otherwise. */
function written(
  { profile, sealed, credentials, now }: VariantInput,
  write: (signature: string) => string,
  changed: { readonly body?: Uint8Array } = {},
  by: SigningProfile = profile,
): Record<string, string> {
  const unit = by.signature?.timestamp
  const timestamp = unit === undefined ? undefined : String(unit === 'seconds' ? Math.floor(now / 1000) : now)
  const time = timestamp === undefined ? {} : { timestamp }
  const made = signatureOf(by, {
    pathAndQuery: sealed.pathAndQuery,
    body: sealed.bytes,
    credentials,
    ...time,
    ...changed,
  })
  return headersOf(profile, { key: credentials.key, signature: write(made), ...time })
}

function swapped(input: VariantInput): Record<string, string> | undefined {
  const { key, secret } = input.credentials
  if (secret === undefined || secret === key || !standsInHeader(secret)) return undefined
  return signed(input, { credentials: { key: secret, secret: key } })
}

function unquoted(input: VariantInput): Record<string, string> | undefined {
  const bare = (text: string) => text.replace(/^(["'])(.+)\1$/, '$2')
  const { key, secret } = input.credentials
  const credentials = { key: bare(key), ...(secret === undefined ? {} : { secret: bare(secret) }) }
  if (credentials.key === key && credentials.secret === secret) return undefined
  return signed(input, { credentials })
}

/** What would break a header is no key that anybody takes. */
function standsInHeader(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text) && !/[,=]/.test(text)
}
