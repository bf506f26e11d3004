import type { Answer, Operation } from '@assay/contract'

/** The documented answer that a status stands under: exactly, by its range (`4XX`), or by `default`. */
export function answerFor(status: number, operation: Operation): Answer | undefined {
  const { answers } = operation
  const range = `${Math.floor(status / 100)}XX`
  return (
    answers.find((answer) => answer.status === String(status)) ??
    answers.find((answer) => answer.status.toUpperCase() === range) ??
    answers.find((answer) => answer.status === 'default')
  )
}
