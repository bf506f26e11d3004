import { jsonAnswer } from './json-answer.ts'
import type { PlainAnswer } from './plain-request.ts'
import { BODY_LIMIT } from './read-bytes.ts'

/** The answer to a body of more than 1 MiB (RFC 9110, section 15.5.14). */
export function tooLarge(): PlainAnswer {
  return jsonAnswer(413, { error: `The body has more than ${BODY_LIMIT} bytes.`, code: 413 })
}
