import type { ClientOperation } from '../client-operation.ts'
import { commentText } from '../comment-text.ts'
import { literal } from '../literal.ts'
import { GENERATED } from './generated-notice.ts'

/** `src/generated/operations.ts`: what the runtime must know of each operation, as data. */
export function operationsText(operations: readonly ClientOperation[]): string {
  const tables = operations.map((operation) => {
    const table = literal(definitionOf(operation), '')
    return `/** ${summaryOf(operation)} */\nexport const ${operation.name}Definition: OperationDefinition = ${table}\n`
  })
  return [GENERATED, "import type { OperationDefinition } from '@assay/client'\n", ...tables].join('\n')
}

/** An operation in a sentence, its method and path. */
export function summaryOf({ name, operation }: ClientOperation): string {
  const words = commentText(operation.summary ?? name).replace(/\.$/, '')
  return `${words}: \`${operation.method} ${commentText(operation.path)}\`.`
}

function definitionOf({ name, operation, success, failure, errors }: ClientOperation): object {
  const { method, path, server, signing, request } = operation
  return {
    name,
    method,
    path,
    ...(server === undefined ? {} : { server }),
    ...(signing ? { signing } : {}),
    ...(request ? { contentType: request.contentType } : {}),
    answers: success.some((answer) => answer.schema !== undefined),
    success: statuses(success),
    failure: statuses(failure),
    errors,
  }
}

function statuses(answers: readonly { readonly status: string }[]): readonly string[] {
  return [...new Set(answers.map((answer) => answer.status))]
}
