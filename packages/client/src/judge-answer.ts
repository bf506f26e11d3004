import { keepAnswerText } from './answer-text.ts'
import { DocumentedError } from './documented-error.ts'
import { documentedNames } from './documented-names.ts'
import { errorCode, errorText } from './error-code.ts'
import type { Exchanged } from './exchange.ts'
import type { OperationDefinition } from './operation-definition.ts'
import { statusMatches } from './status-matches.ts'
import { UndocumentedAnswerError, type UndocumentedReason } from './undocumented-answer-error.ts'

/** Most characters of a provider's text in a message, and of a body in an error. */
const MESSAGE_LENGTH = 300
const TEXT_LENGTH = 4096

/** The parsed body of a documented success. Throws a DocumentedError or an UndocumentedAnswerError for every other answer. */
export function judgeAnswer(provider: string, operation: OperationDefinition, { answer, censor }: Exchanged): unknown {
  const { status, text } = answer
  const undocumented = (reason: UndocumentedReason, says: string): UndocumentedAnswerError => {
    // Cut after the censor has seen the whole, so that no half of a secret stays.
    const shown = censor.text(text).slice(0, TEXT_LENGTH)
    return new UndocumentedAnswerError({ provider, operation: operation.name, reason, status, text: shown, says })
  }
  if (answer.redirect) throw undocumented('redirect', `answered ${status} with a redirect, which is never followed`)
  if (answer.cut) throw undocumented('too-large', `answered ${status} with a body larger than the limit`)
  const body = parsed(text)

  if (operation.success.some((documented) => statusMatches(documented, status))) {
    if (text === '' && !operation.answers) return undefined
    if (body === undefined) throw undocumented('not-json', `answered ${status} with a body that is no JSON`)
    keepAnswerText(body.value, text)
    return body.value
  }
  const isSuccess = status >= 200 && status < 300
  const documented = isSuccess ? [] : documentedNames(operation.errors, status, body?.value)
  const isListed = operation.failure.some((listed) => statusMatches(listed, status))
  if (documented.length === 0 && (!isListed || isSuccess)) {
    throw undocumented('status', `answered ${status}, which the documents do not list`)
  }
  const shown = censor.json(body?.value)
  const words = errorText(shown)
  throw new DocumentedError({
    ...{ provider, operation: operation.name, status, documented, code: errorCode(shown), body: shown },
    ...(words === undefined ? {} : { text: oneLine(words) }),
  })
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    // What is no JSON is told by the caller, with the status that came with it.
    return undefined
  }
}

/** Control characters would let a provider write lines of its own into a log. */
function oneLine(text: string): string {
  const line = text.replace(/\p{C}+/gu, ' ')
  return line.length > MESSAGE_LENGTH ? `${line.slice(0, MESSAGE_LENGTH)}…` : line
}
