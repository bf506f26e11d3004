import { isJsonObject } from '@assay/contract'
import type { ClientCallback } from '../client-callback.ts'
import { commentText } from '../comment-text.ts'
import { literal } from '../literal.ts'
import { GENERATED } from './generated-notice.ts'

/** `src/generated/callbacks.ts`: what the runtime must know of each callback, as data. */
export function callbacksText(callbacks: readonly ClientCallback[]): string {
  const tables = callbacks.map(
    (one) =>
      `/** ${commentText(one.callback.summary ?? one.callback.name)}. */\nexport const ${one.definitionName}: CallbackDefinition = ${literal(definitionOf(one))}\n`,
  )
  return [GENERATED, "import type { CallbackDefinition } from '@assay/client'\n", ...tables].join('\n')
}

function definitionOf({ callback, signing, texts }: ClientCallback): object {
  const { name, schema, type, status } = callback
  const required = isJsonObject(schema) && Array.isArray(schema.required) ? schema.required : []
  return { name, signing, required, ...(type ? { type } : {}), ...(status ? { status } : {}), texts }
}
