import { type Json, withValueAt } from '@assay/contract'
import type { AnswerDraft } from './rule-kind.ts'

/** The answer with another value at a pointer of its body. */
export function withAnswerValue(answer: AnswerDraft, at: string, value: Json): AnswerDraft {
  return { ...answer, body: withValueAt(answer.body, at, value) }
}
