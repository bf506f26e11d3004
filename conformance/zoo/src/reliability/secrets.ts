import { certify, type Plan, planOf } from '@assay/certify'
import { inProcess, type Outgoing, zooCredentials } from '../in-process.ts'
import type { Heard } from '../provider.ts'
import { knownProviders } from '../providers/known-providers.ts'
import { zooContract } from '../zoo-contract.ts'
import type { Proof } from './proof.ts'

const { provider, path } = knownProviders.alphapo
const hex = (text: string): string => Buffer.from(text).toString('hex')
const percent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${hex(String.fromCharCode(byte))}`).join('')

/** Encodings in which a provider may show a secret. */
const encodings: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in hex', hex],
  ['in upper-case hex', (text) => hex(text).toUpperCase()],
  ['in Base64', (text) => Buffer.from(text).toString('base64')],
  ['in Base64 after something', (text) => Buffer.from(`k:${text}`).toString('base64')],
  ['in Base64 of URLs', (text) => Buffer.from(`~?${text}`).toString('base64url')],
  ['percent-encoded', encodeURIComponent],
  ['percent-encoded whole', percent],
  ['percent-encoded whole in upper case', (text) => percent(text).toUpperCase()],
  ['in escapes of JSON', (text) => [...text].map((one) => `\\u00${hex(one)}`).join('')],
]

const shown = (answer: Outgoing, text: string): void => {
  answer.text = answer.text.replace(/\}$/, `,"debug":"${text}"}`)
}
/** Places where a provider may show it. */
const places: readonly (readonly [string, (answer: Outgoing, text: string) => void])[] = [
  ['a member', shown],
  ['a sentence', (answer, text) => shown(answer, `HMAC with ${text} failed`)],
  ['a page', (answer, text) => Object.assign(answer, { text: `<p>${text}</p>` })],
  ['a long page', (answer, text) => Object.assign(answer, { text: `${'x'.repeat(3_995)}${text}` })],
  ['a header', (answer, text) => Object.assign(answer.headers, { 'x-request-id': text })],
  ['a redirect', (answer, text) => Object.assign(answer.headers, { location: `https://example.com/?s=${text}` })],
  ['an error', (answer, text) => Object.assign(answer, { text: JSON.stringify({ error: text, code: 422 }) })],
]

/** What may be shown: of a request, its signature. */
const kinds: readonly (readonly [string, (heard: Heard) => string])[] = [
  ['the secret', () => zooCredentials.secret],
  ['the key', () => zooCredentials.key],
  ['the signature', ({ headers }) => headers['x-processing-signature'] ?? ''],
]
let plan: Plan | undefined

/** No event and no report shows key, secret or signature, whatever the provider shows. */
export const secrets: Proof = {
  row: 'R9',
  says: 'scenarios in which an event or the report shows a key, a secret or a signature, in whatever encoding',
  rounds: encodings.length * places.length * kinds.length,
  async round(index) {
    const [what, hiddenIn] = kinds[index % kinds.length] ?? ['', () => '']
    const [where, show] = places[Math.floor(index / kinds.length) % places.length] ?? ['', shown]
    const [how, encoded] = encodings[Math.floor(index / kinds.length / places.length) % encodings.length] ?? [
      '',
      String,
    ]
    const leaked = new Set<string>()
    let count = 0
    const transport = inProcess(provider, path, Date.now, (answer, heard) => {
      count += 1
      const value = hiddenIn(heard)
      if (count < 4 || value.length < 8) return
      leaked.add(encoded(value))
      leaked.add(value)
      show(answer, encoded(value))
    })
    const contract = zooContract('alphapo')
    const options = {
      baseUrl: 'http://127.0.0.1:1',
      credentials: zooCredentials,
      seed: 1,
      level: 'quick',
      only: ['auth.bad-signature', 'amount.missing', 'response.shape'],
      transport,
    } as const
    plan ??= planOf(contract, options)
    const pieces: string[] = []
    for await (const event of certify(contract, options, plan)) pieces.push(JSON.stringify(event))
    const output = pieces.join('\n')
    const texts = [...leaked].flatMap((text) => [text, JSON.stringify(text).slice(1, -1)])
    const found = texts.find((text) => output.includes(text))
    const place = found === undefined ? 0 : output.indexOf(found)
    if (leaked.size === 0) return `${what} ${how} in ${where}: nothing was shown`
    return found === undefined ? undefined : `${what} ${how} in ${where}: ${output.slice(place - 80, place + 20)}`
  },
}
