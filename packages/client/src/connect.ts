import { sign } from '@assay/signing'
import { baseUrlFor } from './base-url.ts'
import { bodyText } from './body-text.ts'
import type { Call, RequestParameters } from './call.ts'
import type { ClientOptions } from './client-options.ts'
import { deadlineIn } from './deadline.ts'
import { type Exchanged, exchange } from './exchange.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { OperationDefinition } from './operation-definition.ts'
import { retryAfter } from './retry-after.ts'
import { TransportError } from './transport-error.ts'

const TIMEOUT = 30_000
const ANSWER_LIMIT = 1024 * 1024

/**
 * Connects a generated client to its provider. A call throws a `DocumentedError`, an `UndocumentedAnswerError` or a
 * `TransportError`; none shows the key, the secret or the signature. Nothing is sent twice but what was refused with 429,
 * and that only where `retries` asks for it.
 * @throws Error at once where the base URL, the key, the secret or a number among the options is missing or wrong.
 */
export function connect(provider: string, operations: readonly OperationDefinition[], options: ClientOptions): Call {
  const { key, secret, timeout = TIMEOUT, answerLimit = ANSWER_LIMIT, retries = 0, now = Date.now } = options
  checkNumbers(provider, { timeout, answerLimit, retries })
  // Looked up at each call, so that a global fetch replaced later counts.
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request))
  const credentials = secret === undefined ? { key } : { key, secret }
  for (const { server, signing } of operations) {
    // What cannot work is told here, not at the first payment.
    baseUrlFor(provider, server, options.baseUrl)
    if (signing) sign(signing, { pathAndQuery: '/', body: new Uint8Array(), credentials, now: 0 })
  }

  return async <Answer>(...[operation, input, call = {}]: Parameters<Call>): Promise<Answer> => {
    const milliseconds = call.timeout ?? timeout
    checkNumbers(provider, { timeout: milliseconds })
    checkPath(operation, input.parameters)
    // Written once: what is sent again is what was sent.
    const text = input.body === undefined ? undefined : bodyText(input.body)
    const baseUrl = baseUrlFor(provider, operation.server, options.baseUrl)
    const parameters = input.parameters ?? {}
    const deadline = deadlineIn(milliseconds, call.signal)
    const once = { provider, operation, baseUrl, parameters, text, credentials, fetch, now, deadline, answerLimit }
    try {
      for (let left = retries; ; left -= 1) {
        const exchanged = await exchange(once)
        const wait = left > 0 ? askedToWait(exchanged, now()) : undefined
        if (wait === undefined || wait >= deadline.remaining())
          return judgeAnswer(provider, operation, exchanged) as Answer
        await pause(wait, deadline.signal)
        if (deadline.ended()) {
          // The request was refused with 429, so nothing of it is under way.
          const says = 'the call was given up while it waited to be sent again'
          throw new TransportError({ provider, operation: operation.name, reason: 'aborted', sent: 'no', says })
        }
      }
    } finally {
      deadline.clear()
    }
  }
}

function askedToWait({ answer }: Exchanged, now: number): number | undefined {
  return answer.status === 429 ? retryAfter(answer.headers.get('retry-after'), now) : undefined
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

function checkNumbers(provider: string, numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    // Timers take no more than 31 bits.
    const right = Number.isInteger(value) && value >= (name === 'retries' ? 0 : 1) && value < 2 ** 31
    if (!right) throw new Error(`The option ${name} of ${provider} is ${value}: give a whole number above zero.`)
  }
}

/** A path parameter of dots, or an empty one, would lead to another operation. */
function checkPath(operation: OperationDefinition, parameters: RequestParameters | undefined): void {
  for (const [, name = ''] of operation.path.matchAll(/\{([^{}]+)\}/g)) {
    const value = new Map<string, unknown>(Object.entries(parameters?.path ?? {})).get(name)
    if (value === undefined || value === null || /^\.{0,2}$/.test(String(value))) {
      throw new Error(`The path parameter ${name} of ${operation.name} is missing, empty or dots: give its value.`)
    }
  }
}
