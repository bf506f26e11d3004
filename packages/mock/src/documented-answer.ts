import type { Answer, NamedExample, Operation } from '@assay/contract'
import { answerFor } from '@assay/rules'

/** The answer that tells of success, with the status to send: the first 2xx; 2XX is 201 where the description says that something was created. */
export function successAnswer(operation: Operation): { readonly answer: Answer; readonly status: number } | undefined {
  const answer = operation.answers.find((candidate) => candidate.status.startsWith('2'))
  if (!answer) return undefined
  if (/^\d{3}$/.test(answer.status)) return { answer, status: Number(answer.status) }
  return { answer, status: /\bcreated\b/i.test(answer.description) ? 201 : 200 }
}

/** The error example with this name, with the answer it stands under: first under the status given, else under any. */
export function namedExample(
  operation: Operation,
  name: string,
  status: number | undefined,
): { readonly answer: Answer; readonly example: NamedExample } | undefined {
  const preferred = status === undefined ? undefined : answerFor(status, operation)
  for (const answer of preferred ? [preferred, ...operation.answers] : operation.answers) {
    const example = answer.examples.find((candidate) => candidate.name === name)
    if (example) return { answer, example }
  }
  return undefined
}
