import { formatPointer } from './json-pointer.ts'
import type { KindDeclaration } from './kind-declaration.ts'
import type { OperationReading } from './read-operations.ts'
import type { Reading } from './reading.ts'
import type { Rule } from './rule.ts'

/**
 * What an OpenAPI document states about answers where nobody declared rules for them: an accepted request gets a documented status, and an answer has
 * the shape documented for its status (OpenAPI 3.1, Responses Object).
 */
export function answerRules(operation: OperationReading, kinds: readonly KindDeclaration[], reading: Reading): Rule[] {
  const known = new Set(kinds.map(({ kind }) => kind))
  const success = operation.answers.filter(({ status }) => /^2\d\d$/.test(status))
  const shaped = operation.answers.filter(({ schema }) => schema !== undefined)
  const rule = (id: string, kind: string, says: string, responses: readonly string[], parameters = {}): Rule => ({
    id,
    kind,
    side: 'answer',
    at: '',
    says,
    strength: 'documented',
    outcome: 'must-hold',
    evidence: responses.map((status) => ({ page: reading.firstPage, at: evidenceAt(operation, status) })),
    responses,
    parameters,
  })
  const codes = success.map(({ status }) => Number(status))
  return [
    ...(codes.length > 0 && known.has('status')
      ? [
          rule(
            'response.status',
            'status',
            `An accepted request is answered with ${codes.join(' or ')}.`,
            success.map(({ status }) => status),
            { codes },
          ),
        ]
      : []),
    ...(known.has('documented-shape')
      ? shaped.map(({ status }) =>
          rule(
            `response.${status.toLowerCase()}.shape`,
            'documented-shape',
            `An answer with ${status} has the documented shape.`,
            [status],
          ),
        )
      : []),
  ]
}

function evidenceAt({ path, method }: OperationReading, status: string): string {
  return formatPointer(['paths', path, method.toLowerCase(), 'responses', status]).slice(1)
}
