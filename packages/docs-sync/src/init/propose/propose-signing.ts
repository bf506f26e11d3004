import { isJsonObject, type Json, type JsonObject } from '@assay/contract'
import type { FoundOperation } from '../../structure/operations-of.ts'
import { resolve } from '../../structure/resolve.ts'
import type { Proposal } from './proposal.ts'

interface Header {
  readonly name: string
  readonly words: string
  readonly scheme?: string
}

/**
 * How requests are authenticated, where the security requirements alone do not say it: a signature beside the key, a token of OAuth 2.0, or Basic
 * authentication. What the words do not tell of a signature is left out, and so is the signature then.
 */
export function proposeSigning(document: JsonObject, operations: readonly FoundOperation[]): readonly Proposal[] {
  const [first] = operations
  if (first === undefined) return []
  const { headers, complete } = headersOf(document, first)
  const signature = headers.find(({ name, words }) => /sign|hmac/i.test(name) || /\bHMAC\b/.test(words))
  const key = headers.find((header) => header !== signature)
  if (key === undefined || (signature === undefined && complete)) return []
  const template = key.scheme === undefined ? '{key}' : `${key.scheme} {key}`
  const scheme = signature === undefined ? undefined : schemeOf(signature.words)
  const isSigned = signature !== undefined && scheme !== undefined
  const says = isSigned
    ? `The header ${signature.name} carries ${scheme.algorithm} of the body, ${scheme.encoding}-encoded, beside the key in ${key.name}.`
    : signature === undefined
      ? `The key travels in the header ${key.name}.`
      : `The key travels in the header ${key.name}; how ${signature.name} is made the documents do not tell, so nothing is signed yet.`
  return [
    {
      at: '',
      says,
      strength: isSigned ? 'documented' : 'assumed',
      evidence: `header/${(signature ?? key).name}`,
      update: {
        'x-signing': {
          headers: [
            { name: key.name, template },
            ...(isSigned ? [{ name: signature.name, template: '{signature}' }] : []),
          ],
          ...(isSigned ? { signature: { ...scheme, message: ['body'] } } : {}),
        },
      },
    },
  ]
}

/** The headers of the first security requirement, those that look like keys or signatures among the parameters, and whether the key alone would do. */
function headersOf(
  document: JsonObject,
  { operation, item }: FoundOperation,
): { headers: readonly Header[]; complete: boolean } {
  const components = isJsonObject(document.components) ? document.components : {}
  const schemes = isJsonObject(components.securitySchemes) ? components.securitySchemes : {}
  const requirements = [operation.security ?? document.security].flat().filter(isJsonObject)
  const listed = requirements.map((requirement) =>
    Object.keys(requirement).flatMap((name) => headerOf(resolve(document, schemes[name]))),
  )
  // A key of its own before a user name and a password.
  const chosen = listed.find(isPlainKey) ?? listed.find((headers) => headers.length > 0) ?? []
  const parameters = [item.parameters, operation.parameters].flat().flatMap((parameter): Header[] => {
    const resolved = resolve(document, parameter)
    if (resolved?.in !== 'header' || typeof resolved.name !== 'string') return []
    return /sign|hmac|api-?key|token/i.test(resolved.name)
      ? [{ name: resolved.name, words: text(resolved.description) }]
      : []
  })
  const fromOAuth = requirements.some((requirement) =>
    Object.keys(requirement).some((name) => resolve(document, schemes[name])?.type === 'oauth2'),
  )
  const headers = [
    ...chosen,
    ...parameters.filter(({ name }) => !chosen.some((one) => one.name.toLowerCase() === name.toLowerCase())),
  ]
  return { headers, complete: isPlainKey(chosen) && !fromOAuth }
}

function isPlainKey(headers: readonly Header[]): boolean {
  const [only, second] = headers
  return only !== undefined && second === undefined && only.scheme !== 'Basic'
}

function headerOf(scheme: JsonObject | undefined): readonly Header[] {
  if (scheme === undefined) return []
  const words = text(scheme.description)
  if (scheme.type === 'apiKey' && scheme.in === 'header' && typeof scheme.name === 'string')
    return [{ name: scheme.name, words }]
  if (scheme.type === 'http') {
    const name = text(scheme.scheme)
    return [{ name: 'Authorization', words, scheme: name.toLowerCase() === 'basic' ? 'Basic' : 'Bearer' }]
  }
  return scheme.type === 'oauth2' || scheme.type === 'openIdConnect'
    ? [{ name: 'Authorization', words, scheme: 'Bearer' }]
    : []
}

function schemeOf(words: string): { algorithm: string; encoding: string } | undefined {
  const bits = /\bHMAC[ -]?SHA-?(256|512)\b/i.exec(words)?.[1]
  const encoding = /\bhex/i.test(words) ? 'hex' : /\bbase-?64\b/i.test(words) ? 'base64' : undefined
  return bits === undefined || encoding === undefined || !/\bbody\b/i.test(words)
    ? undefined
    : { algorithm: `HMAC-SHA${bits}`, encoding }
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
