import { gzipSync } from 'node:zlib'
import type { Operation } from '@assay/contract'
import type { AuthenticationFault, SealedRequest } from '@assay/rules'
import type { SignatureScheme, SigningProfile } from '@assay/signing'
import { shellQuoted } from './shell-quoted.ts'

/** What a line that repeats a request needs to know. */
export interface CurlInput {
  readonly provider: string
  readonly origin: string
  readonly operation: Operation
  readonly sealed: SealedRequest
  /** Part of the references in the body: the line draws another, so that it creates anew. */
  readonly runId: string
  readonly fault?: AuthenticationFault
  readonly repeated?: boolean
  /** So many equal requests at the same moment. */
  readonly atOnce?: number
  /** They go first, with references of the same run. */
  readonly before?: readonly SealedRequest[]
}

/** A body of more bytes than this is written packed. */
const PLAIN_BYTES = 2_000

/**
 * A bash line that sends a request again with curl and signs it with openssl. Key and secret come from `ASSAY_<PROVIDER>_KEY` and
 * `ASSAY_<PROVIDER>_SECRET`; none stands in the line.
 */
export function curlOf(input: CurlInput): string {
  const { sealed, before = [] } = input
  const first = before.flatMap((one) => [...partsOf(input, one), 'echo'])
  const all = [...first, ...partsOf(input, sealed, input)]
  // All draw the same run id, and it is drawn once.
  return all.filter((part, index) => !part.startsWith('run=') || all.indexOf(part) === index).join('; ')
}

/** The commands that send one request. */
function partsOf(
  input: CurlInput,
  sealed: SealedRequest,
  times: Pick<CurlInput, 'atOnce' | 'repeated'> = {},
): readonly string[] {
  const profile = input.operation.signing
  const variable = `ASSAY_${input.provider.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`
  const parts = [...bodyFunction(sealed.bytes, input.runId)]
  if (profile?.signature?.timestamp !== undefined) {
    parts.push(`timestamp=${timestampOf(profile.signature.timestamp, input.fault)}`)
  }
  if (profile?.signature !== undefined && input.fault !== 'missing-signature') {
    parts.push(signature(profile.signature, variable, sealed.pathAndQuery, input.fault))
  }
  const headers = Object.entries(sealed.headers).map(
    ([name, value]) => `-H ${headerWord(name, value, input, profile, variable)}`,
  )
  if (!Object.keys(sealed.headers).some((name) => name.toLowerCase() === 'content-type'))
    headers.push("-H 'Content-Type:'")
  const call = `body | curl -sS -i -X ${sealed.method} ${shellQuoted(input.origin + sealed.pathAndQuery)} ${headers.join(' ')} --data-binary @-`
  if (times.atOnce !== undefined) parts.push(`for time in $(seq ${times.atOnce}); do { ${call}; echo; } & done; wait`)
  else parts.push(times.repeated ? `for time in 1 2; do ${call}; echo; done` : call)
  return parts
}

/** Unix time as a shell word: yesterday's, or in the other unit, where that is the fault. */
function timestampOf(unit: 'seconds' | 'milliseconds', fault?: AuthenticationFault): string {
  const seconds = fault === 'old-timestamp' ? '$(($(date +%s) - 86400))' : '$(date +%s)'
  return (unit === 'seconds') === (fault === 'other-timestamp-unit') ? `${seconds}000` : seconds
}

function bodyFunction(bytes: Uint8Array, runId: string): readonly string[] {
  const text = Buffer.from(bytes).toString('utf8')
  // Another run id of the same length, so that a reference is new and a length stays what it is.
  const run = `run=$(openssl rand -hex 8 | cut -c1-${runId.length})`
  const renews = text.includes(`assay-${runId}-`)
  const plain = Buffer.from(text, 'utf8').equals(Buffer.from(bytes)) && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(text)
  if (!plain || bytes.length > PLAIN_BYTES) {
    const packed = gzipSync(bytes).toString('base64')
    const unpack = `printf %s ${packed} | base64 -d | gunzip`
    return renews
      ? [run, `body() { ${unpack} | LC_ALL=C sed "s/assay-${runId}-/assay-$run-/g"; }`]
      : [`body() { ${unpack}; }`]
  }
  if (!renews) return [`body() { printf %s ${shellQuoted(text)}; }`]
  const renewed = shellQuoted(text).replaceAll(`assay-${runId}-`, `assay-'"$run"'-`)
  return [run, `body() { printf %s ${renewed}; }`]
}

function signature(scheme: SignatureScheme, variable: string, path: string, fault?: AuthenticationFault): string {
  const message = scheme.message.flatMap((part) => {
    if (part === 'timestamp') return ['printf %s "$timestamp"']
    if (part === 'path-and-query') return fault === 'without-path' ? [] : [`printf %s ${shellQuoted(path)}`]
    if (fault === 'empty-body') return []
    if (fault === 'other-body') return [`printf %s '{"of":"another request"}'`]
    // What is signed has no space behind its first brace.
    if (fault === 'reserialised') return ["printf '{'; body | tail -c +3"]
    return fault === 'trailing-newline' ? ['body', 'echo'] : ['body']
  })
  const secret = `"\${${variable}_SECRET}${fault === 'wrong-secret' ? '-another' : ''}"`
  const digest = `openssl dgst -${scheme.algorithm === 'HMAC-SHA256' ? 'sha256' : 'sha512'} -hmac ${secret}`
  const made = scheme.encoding === 'hex' ? `${digest} -r | cut -d' ' -f1` : `${digest} -binary | base64 | tr -d '\\n'`
  const spoiled = fault === undefined ? '' : spoiler(scheme, fault)
  return `signature=$({ ${message.length === 0 ? 'true' : message.join('; ')}; } | ${made}${spoiled})`
}

/** The end of a pipe that makes a right signature wrong in the way of a fault; empty where the fault lies elsewhere. */
function spoiler({ algorithm, encoding }: SignatureScheme, fault: AuthenticationFault): string {
  const bytes = algorithm === 'HMAC-SHA256' ? 32 : 64
  const digits = encoding === 'hex' ? bytes * 2 : Math.ceil((bytes * 4) / 3)
  if (fault === 'upper-case') return ' | tr a-f A-F'
  if (fault === 'half') return ` | cut -c1-${digits / 2}`
  const places: { readonly [fault in AuthenticationFault]?: number } = {
    'first-digit': 1,
    'middle-digit': digits / 2,
    'last-digit': digits,
  }
  const place = places[fault]
  if (place === undefined) return ''
  const at = Math.floor(place)
  return ` | awk '{ d = substr($0, ${at}, 1) == "0" ? "1" : "0"; print substr($0, 1, ${at - 1}) d substr($0, ${at + 1}) }'`
}

/** A header as a shell word in which key, signature and timestamp are variables. */
function headerWord(
  name: string,
  value: string,
  input: CurlInput,
  profile: SigningProfile | undefined,
  variable: string,
): string {
  if (!profile?.headers.some((header) => header.name.toLowerCase() === name.toLowerCase()))
    return shellQuoted(`${name}: ${value}`)
  const holes = ['key', 'signature', 'timestamp'] as const
  const template = profile.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.template ?? ''
  const texts = {
    key: keyOf(variable, input.fault),
    signature: input.fault === 'empty-signature' ? '' : '$signature',
    timestamp: '$timestamp',
  }
  const left = input.fault === 'missing-key' ? 'key' : input.fault === 'missing-signature' ? 'signature' : undefined
  const kept =
    left === undefined
      ? template
      : template.replace(new RegExp(`[\\w-]+=\\{${left}\\}\\s*,\\s*|\\s*,\\s*[\\w-]+=\\{${left}\\}`), '')
  const escaped = kept.replace(/["\\$\x60]/g, '\\$&')
  const filled = holes.reduce((current, hole) => current.replace(`{${hole}}`, () => texts[hole]), escaped)
  // This is how curl sends a header with nothing in it.
  if (filled === '') return `"${name};"`
  return `"${name}: ${input.fault === 'malformed-header' ? 'malformed ' : ''}${filled}"`
}

/** The key as a shell word, wrong in the way of a fault. */
function keyOf(variable: string, fault?: AuthenticationFault): string {
  const key = `${variable}_KEY`
  switch (fault) {
    case 'empty-key':
      return ''
    case 'unknown-key':
      return `\${${key}}-another`
    case 'half-key':
      return `$(printf %s "$${key}" | cut -c1-$((\${#${key}} / 2)))`
    case 'longer-key':
      return `\${${key}}0`
    case 'other-case-key':
      return `$(case "$${key}" in *[A-Z]*) printf %s "$${key}" | tr A-Z a-z;; *) printf %s "$${key}" | tr a-z A-Z;; esac)`
    default:
      return `\${${key}}`
  }
}
