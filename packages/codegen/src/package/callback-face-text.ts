import type { Contract } from '@assay/contract'
import type { ClientCallback } from '../client-callback.ts'
import { commentText } from '../comment-text.ts'
import { quoted } from '../literal.ts'
import { pascalCase } from '../naming.ts'

/** The part of `src/index.ts` that proves and reads callbacks: its types, and `verifyCallback`. */
export function callbackFaceText(contract: Contract, callbacks: readonly ClientCallback[]): string {
  const client = pascalCase(contract.provider)
  const title = commentText(contract.title)
  const timed = callbacks.some(({ signing }) => signing.signature.message.includes('timestamp'))
  const members = callbacks.map(({ callback, bodyName }) => {
    const statuses = [...(callback.status?.known ?? []), 'other'].map(quoted).join(' | ')
    return event([`callback: ${quoted(callback.name)}`, `status: ${statuses}`, `body: ${bodyName}`], timed)
  })
  const other = ["callback: 'other'", "status: 'other'", 'body: { readonly [name: string]: unknown }']
  return [
    `/**\n * A callback of ${title}, proved to be genuine. A status that nobody knows is \`other\`, and stands in the body as it came; so does a callback`,
    ' * that nobody knows. Do not take any of them for a failure, and expect the same one twice.',
    ' */',
    `export type ${client}Callback =\n${[...members, event(other, timed)].map((member) => `  | ${member}`).join('\n')}`,
    '',
    `/** What proves that a callback is of ${title}. */`,
    `export type ${client}CallbackCredentials = Required<Pick<CallbackCredentials, ${credentialsOf(callbacks).map(quoted).join(' | ')}>>`,
    '',
    '/**',
    ` * Proves that a callback is of ${title}, by its signature over the bytes received, and reads it leniently: what nobody knows is kept.`,
    ' * Members that may come as a string or as a number are given as a string, to the last digit. Nothing here stands on the pages that the',
    ' * contract was read from: see the README.',
    ' * @param rawBody The body as it was received, before anything parsed it.',
    ' * @param headers The headers as they were received; names in any case.',
    ' * @throws CallbackError where it is not proved to be genuine, or is no JSON object; Error where the credentials lack something.',
    ' */',
    'export function verifyCallback(',
    '  rawBody: Uint8Array | string,',
    '  headers: CallbackHeaders,',
    `  credentials: ${client}CallbackCredentials,`,
    `): ${client}Callback {`,
    `  return receiveCallback<${client}Callback>(${quoted(contract.provider)}, [${callbacks.map(({ definitionName }) => definitionName).join(', ')}], rawBody, headers, credentials)`,
    '}',
  ].join('\n')
}

/** The credentials that the profile asks for. */
export function credentialsOf([first]: readonly ClientCallback[]): readonly string[] {
  if (!first) return []
  const { headers, signature } = first.signing
  const carriesKey = headers.some(({ template }) => template.includes('{key}'))
  return [...(carriesKey ? ['key'] : []), signature.algorithm === 'RSA-SHA512' ? 'publicKey' : 'secret']
}

function event(members: readonly string[], timed: boolean): string {
  const all = [...members, ...(timed ? ['timestamp: string'] : [])]
  return `{ ${all.map((member) => `readonly ${member}`).join('; ')} }`
}
