import type { Contract } from '@assay/contract'
import type { ClientCallback } from '../client-callback.ts'
import { quoted } from '../literal.ts'
import { pascalCase } from '../naming.ts'
import { credentialsOf } from './callback-face-text.ts'
import { packageName } from './manifest-texts.ts'

/** The part of `README.md` on callbacks: how one is verified, how sure that is; or why none is. */
export function callbackReadmeLines(contract: Contract, callbacks: readonly ClientCallback[]): readonly string[] {
  if (callbacks.length === 0) {
    return [
      '## Callbacks',
      '',
      'There is no `verifyCallback`: how this provider signs what it sends to the merchant is not known, and a callback that nothing proves must not be',
      'believed. Ask the provider for the state of a payment instead.',
      '',
    ]
  }
  const environment = contract.provider.toUpperCase().replaceAll('-', '_')
  const names: { readonly [name: string]: string } = { key: 'KEY', secret: 'SECRET', publicKey: 'PUBLIC_KEY' }
  const credentials = credentialsOf(callbacks).map(
    (name) => `  ${name}: process.env.ASSAY_${environment}_${names[name] ?? name} ?? '',`,
  )
  const [first] = callbacks
  return [
    '## `verifyCallback`',
    '',
    'Proves over the bytes received that a callback is genuine, and gives a typed event:',
    '',
    '```ts',
    `import { CallbackError, type ${pascalCase(contract.provider)}Callback, verifyCallback } from ${quoted(packageName(contract))}`,
    '',
    'const credentials = {',
    ...credentials,
    '}',
    '',
    '/** Give the body as it was received: parsed and written again, it has other bytes. */',
    `export function receive(rawBody: Uint8Array, headers: Headers): ${pascalCase(contract.provider)}Callback | undefined {`,
    '  try {',
    '    return verifyCallback(rawBody, headers, credentials)',
    '  } catch (error) {',
    '    if (!(error instanceof CallbackError)) throw error',
    '    // Not proved to be genuine: do nothing, and answer with 400.',
    '    console.error(error.reason)',
    '    return undefined',
    '  }',
    '}',
    '```',
    '',
    ...callbacks.map(({ callback }) => {
      const statuses = callback.status?.known.map((status) => `\`${status}\``).join(', ')
      return `- \`${callback.name}\`${statuses === undefined ? '' : `: ${statuses}`}, and \`other\` for what nobody knows yet`
    }),
    '',
    'The same callback may come twice, and late: remember what was done. Amounts are decimal strings whichever way they came, and members that nobody',
    `knows are kept. ${first?.signing.headers.some(({ template }) => template.includes('{timestamp}')) ? 'The signature covers `timestamp`, in whose unit and age no page says anything: judge it yourself.' : 'The signature covers the body alone, so an old callback sent again is as genuine as the first.'}`,
    '',
    'None of this stands on the pages that the contract was read from. How sure it is:',
    '',
    ...statementLines(contract, callbacks),
    '',
  ]
}

function statementLines(contract: Contract, callbacks: readonly ClientCallback[]): readonly string[] {
  const urls = new Map(
    [...contract.pages, ...callbacks.flatMap(({ callback }) => callback.pages)].map(({ id, url }) => [id, url]),
  )
  const statements = callbacks.flatMap(({ callback }) => callback.statements)
  const lines = statements.map(({ says, strength, evidence }) => {
    const from = [...new Set(evidence.map(({ page }) => urls.get(page) ?? page))].join(', ')
    return `- *${strength}*: ${says} (${from})`
  })
  return [...new Set(lines)]
}
