import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { type ClientOptions, DocumentedError, UndocumentedAnswerError } from '@assay/client'
import type { Contract, Operation } from '@assay/contract'
import { answerFor, type Law } from '@assay/rules'
import { verify } from '@assay/signing'
import { clientFunction } from './consumer/client-function.ts'
import { type PlainJson, plainJson } from './template/plain-json.ts'

/** A typed client, and where it has one, what tells its documented errors. */
export interface ClientUnderTest {
  /** Makes the client: its functions stand in the order of the contract's operations. */
  client(options: ClientOptions): object
  /** Whether something that was caught is a documented error. */
  readonly isDocumented?: (caught: unknown) => boolean
}

interface Sent {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: Uint8Array
}

interface DocumentedAnswer {
  readonly name: string
  readonly status: number
  readonly body: PlainJson
}

const credentials = { key: 'key-of-the-account', secret: 'AbCdEfG123456' }
const otherServer = 'http://127.0.0.1:4010/there/'
/** Letters of more than one byte, and an amount with zeros at its end. */
const wanted = { amount: '0.00150000', description: 'Zahlung für Müller', url: 'https://example.com/store' }
const created = { data: { id: '1' } }

/**
 * What must be true of the typed client of every contract and stands in no pact: where a request goes, that it is signed over the very bytes sent, and that an
 * error is known by its names where the documents list it, and only there. Errors that no request provokes are among them.
 */
export function clientLaws(contract: Contract, tested: ClientUnderTest): readonly Law[] {
  return contract.operations.flatMap((operation) => {
    const ask = (status: number, body: PlainJson, baseUrl?: string) =>
      asked(contract, operation, tested, Response.json(body, { status }), baseUrl)
    const success = Number(operation.answers.find(({ status }) => /^2/.test(status))?.status.replace('XX', '00'))
    const errors = documentedAnswers(operation)
    const undocumented = [400, 409, 410, 418].filter((status) => answerFor(status, operation) === undefined)
    const { id, server } = operation
    const sending = (title: string, url: string, baseUrl?: string): Law => ({
      title: `${id}: ${title}`,
      async check() {
        const { sent, answer } = await ask(success, created, baseUrl)
        deepStrictEqual(answer, created)
        assertSent(sent, operation, url)
      },
    })
    return [
      ...(server === undefined ? [] : [sending('the documented server is sent what is signed', server)]),
      sending('a base URL replaces the server, and its path is signed', otherServer, otherServer),
      ...errors.map(
        ({ name, status, body }): Law => ({
          title: `${id}: an answer ${status} like ${name} is known by that name`,
          async check() {
            const { caught } = await ask(status, body)
            ok(caught instanceof DocumentedError, `It is not known: ${caught}`)
            ok(tested.isDocumented?.(caught) ?? true, 'It is not told from other errors.')
            // Two errors may have one text: neither can be told from the other.
            const names = errors.filter((other) => other.status === status && isDeepStrictEqual(other.body, body))
            deepStrictEqual([caught.status, caught.body], [status, body])
            deepStrictEqual(
              caught.documented,
              names.map((other) => other.name),
            )
          },
        }),
      ),
      ...undocumented.map(
        (status): Law => ({
          title: `${id}: an answer ${status}, which no page lists, is undocumented`,
          async check() {
            const { caught } = await ask(status, { error: 'No page lists this.', code: status })
            ok(caught instanceof UndocumentedAnswerError, `It is known: ${caught}`)
            ok(!tested.isDocumented?.(caught), 'It is told for documented.')
          },
        }),
      ),
    ]
  })
}

/** What a client sends, and what it makes of the answer. */
async function asked(
  contract: Contract,
  operation: Operation,
  { client }: ClientUnderTest,
  response: Response,
  baseUrl = operation.server === undefined ? otherServer : undefined,
): Promise<{ readonly sent: Sent; readonly answer?: unknown; readonly caught?: unknown }> {
  let sent: Sent | undefined
  const made = client({
    ...credentials,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    async fetch(request) {
      const { method, headers } = request
      sent = { url: new URL(request.url), method, headers, body: new Uint8Array(await request.arrayBuffer()) }
      return response
    },
  })
  const outcome = await Promise.resolve(clientFunction(made, contract, operation)(wanted)).then(
    (answer) => ({ answer }),
    (caught: unknown) => ({ caught }),
  )
  ok(sent, `Nothing was sent: ${'caught' in outcome ? outcome.caught : 'an answer was made up'}.`)
  return { sent, ...outcome }
}

function assertSent({ url, method, headers, body }: Sent, operation: Operation, server: string): void {
  strictEqual(`${method} ${url}`, `${operation.method} ${server.replace(/\/$/, '')}${operation.path}`)
  deepStrictEqual(JSON.parse(new TextDecoder().decode(body)), wanted)
  strictEqual(headers.get('content-type'), operation.request?.contentType ?? null)
  const { signing } = operation
  if (signing === undefined) return
  const input = { pathAndQuery: url.pathname + url.search, body, headers, credentials }
  strictEqual(verify(signing, input).ok, true, 'The request is not signed as the contract says.')
  if (signing.signature === undefined) return
  strictEqual(verify(signing, { ...input, body: body.subarray(1) }).ok, false, 'Other bytes are signed as well.')
}

/** The examples of errors that the documents list, with something in place of each hole. */
function documentedAnswers({ answers }: Operation): readonly DocumentedAnswer[] {
  return answers
    .filter(({ status }) => /^[3-5]\d\d$/.test(status))
    .flatMap(({ status, examples }) =>
      examples.flatMap(({ name, value }) => {
        const body = plainJson(value)
        return body === undefined ? [] : [{ name, status: Number(status), body: filled(body) }]
      }),
    )
}

function filled(body: PlainJson): PlainJson {
  const text = JSON.stringify(body).replace(/<[A-Za-z][\w.-]*>|\{[A-Za-z]+(?:\/[A-Za-z]+)+\}/g, '7')
  return JSON.parse(text)
}
