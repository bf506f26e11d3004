import type { Credentials } from '@assay/signing'
import createClient from 'openapi-fetch'
import type { RequestParameters } from './call.ts'
import type { Deadline } from './deadline.ts'
import type { Fetch } from './fetch.ts'
import type { OperationDefinition } from './operation-definition.ts'
import { type ReceivedAnswer, readAnswer } from './received-answer.ts'
import { signRequest } from './sign-request.ts'
import { type Censor, censorOf } from './strike-out.ts'
import { TransportError } from './transport-error.ts'
import { transportFailureOf } from './transport-failure.ts'

/** What one exchange needs. */
export interface ExchangeInput {
  readonly provider: string
  readonly operation: OperationDefinition
  readonly baseUrl: string
  readonly parameters: RequestParameters
  /** The body's text; undefined sends none. */
  readonly text: string | undefined
  readonly credentials: Credentials
  readonly fetch: Fetch
  readonly now: () => number
  readonly deadline: Deadline
  readonly answerLimit: number
}

/** The answer, and what must not be shown of it. */
export interface Exchanged {
  readonly answer: ReceivedAnswer
  readonly censor: Censor
}

type Method = Lowercase<OperationDefinition['method']>

/** Every path takes every method: which ones there are is known to the generated face. */
type AnyPaths = Record<string, Record<Method, AnyOperation>>

interface AnyOperation {
  readonly parameters: RequestParameters
  readonly requestBody?: { readonly content: { readonly 'application/json': unknown } }
}

/** Sends one request, once, and reads its answer. Throws a TransportError where no whole answer comes. */
export async function exchange(input: ExchangeInput): Promise<Exchanged> {
  const { operation, credentials, deadline, text } = input
  const secrets: (string | undefined)[] = [credentials.key, credentials.secret]
  let answer: ReceivedAnswer | undefined
  const http = createClient<AnyPaths>({ baseUrl: input.baseUrl })
  http.use({
    onRequest: async ({ request }) => {
      const { request: signed, headers } = await signRequest(request, operation.signing, credentials, input.now())
      secrets.push(...Object.values(headers).flatMap(partsOf))
      return signed
    },
  })
  await http.request(operation.method.toLowerCase() as Method, operation.path, {
    params: input.parameters,
    headers: { accept: 'application/json', ...(text === undefined ? {} : { 'content-type': operation.contentType }) },
    ...(text === undefined ? {} : { body: {}, bodySerializer: () => text }),
    // A redirect would carry key and signature to another place.
    redirect: 'manual',
    signal: deadline.signal,
    fetch: async (request: Request) => {
      answer = await receive(request, input)
      // Read already, and within its limit; nothing is left for openapi-fetch to read.
      return new Response(null, { status: 204 })
    },
  })
  if (!answer) throw new Error(`No request of ${operation.name} was made.`)
  return { answer, censor: censorOf(secrets) }
}

async function receive(request: Request, input: ExchangeInput): Promise<ReceivedAnswer> {
  const { fetch, deadline, provider, operation, answerLimit } = input
  const facts = { provider, operation: operation.name }
  if (deadline.ended()) throw new TransportError({ ...facts, ...gaveUp(deadline), sent: 'no' })
  try {
    const work = (async () => readAnswer(await fetch(request), answerLimit, deadline.signal))()
    return await deadline.over(work)
  } catch (error) {
    if (deadline.ended()) throw new TransportError({ ...facts, ...gaveUp(deadline), sent: 'maybe' })
    throw new TransportError({ ...facts, ...transportFailureOf(error) })
  }
}

function gaveUp(deadline: Deadline): { readonly reason: 'timeout' | 'aborted'; readonly says: string } {
  return deadline.ended() === 'aborted'
    ? { reason: 'aborted', says: 'the call was given up by its caller' }
    : { reason: 'timeout', says: `no whole answer came within ${deadline.timeout} ms` }
}

/** The parts of a header value that are long enough to be a signature. */
function partsOf(value: string): string[] {
  return [value, ...value.split(/[\s,;=]+/)].filter((part) => part.length >= 16)
}
