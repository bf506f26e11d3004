import type { Contract } from '@assay/contract'
import { clientCallbacks } from './client-callback.ts'
import { clientOperations, typesOf } from './client-operation.ts'
import { quoted } from './literal.ts'
import { callbacksText } from './package/callbacks-text.ts'
import { faceText } from './package/face-text.ts'
import { GENERATED } from './package/generated-notice.ts'
import { manifestTexts } from './package/manifest-texts.ts'
import { operationsText } from './package/operations-text.ts'
import { readmeText } from './package/readme-text.ts'
import { typeDeclarations } from './types/type-declarations.ts'

/**
 * The typed client package of a contract: the text of each file by its path inside the package, with `/`. The same contract
 * gives the same texts; nothing is read or written.
 */
export async function generateClient(contract: Contract): Promise<ReadonlyMap<string, string>> {
  const operations = clientOperations(contract)
  const callbacks = clientCallbacks(contract)
  const types = await typeDeclarations([...operations.flatMap(typesOf), ...callbacks.map(({ bodyType }) => bodyType)])
  const names = operations.map(({ name, typeName, errors }) => {
    const each = [...new Set(errors.map((error) => error.name))].map((error) => `\n  | ${quoted(error)}`)
    const union = each.length === 0 ? ' never' : each.join('')
    return `\n/** The names that the documents give the errors of \`${name}\`. */\nexport type ${typeName}ErrorName =${union}\n`
  })
  return new Map([
    ...manifestTexts(contract),
    ['README.md', readmeText(contract, operations, callbacks)],
    ['src/index.ts', faceText(contract, operations, callbacks)],
    ['src/generated/operations.ts', operationsText(operations)],
    ...(callbacks.length === 0 ? [] : [['src/generated/callbacks.ts', callbacksText(callbacks)] as const]),
    ['src/generated/types.ts', `${GENERATED}\n${types}${names.join('')}`],
  ])
}
