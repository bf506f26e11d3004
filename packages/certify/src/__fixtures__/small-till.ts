import type { Contract } from '@assay/contract'
import { accountOf, judgeRequest, receiveRequest } from '@assay/rules'
import { smallContract } from './small-contract.ts'

/** The credentials of the small till. */
export const credentials = { key: 'small-till-key', secret: 'small-till-secret' }

/** How a small till answers, before a test spoils it. */
export interface TillAnswer {
  status: number
  headers: Record<string, string>
  body: unknown
}

/** What a till got: its bytes, its body where it is an object, and the rules it breaks. */
export interface TillRequest {
  readonly number: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
  readonly broken: readonly string[]
}

/** A function that answers as the small contract says, but for what `spoil` changes; `off` names rules that it does not enforce; `contract` is another one to keep. */
export function smallTill(
  spoil: (answer: TillAnswer, request: TillRequest) => void | Promise<void> = () => undefined,
  off: readonly string[] = [],
  contract: Contract = smallContract,
): (method: string, path: string, headers: Headers, bytes: Uint8Array) => Promise<TillAnswer> {
  const [operation] = contract.operations
  if (operation === undefined) throw new Error('The small contract has an operation.')
  const taken = new Set<string>()
  let number = 0
  return async (method, path, headers, bytes) => {
    number += 1
    const mine = number
    const request = receiveRequest({ method, pathAndQuery: path, headers, bytes })
    const account = {
      ...accountOf(contract, { credentials, now: Date.now }),
      taken: (_pointer: string, reference: string) => taken.has(reference),
    }
    const broken = judgeRequest(request, operation, account)
      .map(({ rule }) => rule)
      .filter(({ id }) => !off.includes(id))
    const body = { ...(request.body as Record<string, unknown>) }
    const [rule] = broken
    if (rule === undefined && typeof body.reference === 'string') taken.add(body.reference)
    const name = rule?.answer?.example
    const example = operation.answers.flatMap(({ examples }) => examples).find((one) => one.name === name)
    const answer: TillAnswer = {
      status: rule === undefined ? 200 : (rule.answer?.status[0] ?? 422),
      headers: { 'Content-Type': 'application/json' },
      body:
        rule === undefined
          ? {
              id: `id-${mine}`,
              status: 'created',
              amount: body.amount,
              ...(body.note === undefined ? {} : { note: body.note }),
            }
          : structuredClone(example?.value ?? { error: rule.says }),
    }
    const text = new TextDecoder().decode(bytes)
    await spoil(answer, { number: mine, headers, text, body, broken: broken.map(({ id }) => id) })
    return answer
  }
}

/** A small till behind the face of fetch. */
export function tillTransport(till: ReturnType<typeof smallTill>): (request: Request) => Promise<Response> {
  return async (request) => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    const { status, headers, body } = await till(request.method, new URL(request.url).pathname, request.headers, bytes)
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers })
  }
}
