import { answerCallback, answerControl, CALLBACK_PATH, CONTROL_PATH } from './control-over-http.ts'
import { jsonAnswer } from './json-answer.ts'
import { listen } from './listen.ts'
import type { Mock } from './mock.ts'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'

/** Where mocks are to be served, and who is told of each answer. */
export interface ServeOptions {
  /** 0, or absent: any free port. */
  readonly port?: number
  /** 127.0.0.1 where absent. */
  readonly host?: string
  /** Called after each answer, for a log; it holds no header and no body of the request. */
  readonly onAnswer?: (answered: Answered) => void
}

/** One answered request, for a log. */
export interface Answered {
  readonly provider?: string
  readonly method: string
  readonly path: string
  readonly status: number
  /** The rule that the request breaks, where it was refused for one. */
  readonly rule?: string
}

/** Mocks that are being served. */
export interface MockServer {
  readonly port: number
  /**
   * The base URL of a provider's mock: paths of its operations are appended to it.
   * @throws Error when no mock of the provider is served.
   */
  url(provider: string): string
  /** Ends the answers under way and every connection, within about half a second. */
  close(): Promise<void>
}

/**
 * Serves one mock at the path of its contract's server, or several under `/<provider>` and that path. Each takes orders at
 * `/__assay/control` (of several: `/<provider>/__assay/control`), from this machine only.
 * @throws Error when the port cannot be had, or when two mocks are of one provider.
 */
export async function serveMock(mocks: Mock | readonly Mock[], options: ServeOptions = {}): Promise<MockServer> {
  const { port = 0, host = '127.0.0.1', onAnswer } = options
  const places = placesOf('fetch' in mocks ? [mocks] : mocks)
  const listener = await listen(
    (request, isLocal) => {
      const path = pathOf(request.target)
      const place = places.find(({ prefix }) => isUnder(path, prefix))
      const answer = place ? answerAt(place, path, request, isLocal) : noMock(places)
      onAnswer?.(answered(place, path, request, answer))
      return answer
    },
    host,
    port,
  )
  return {
    port: listener.port,
    close: listener.close,
    url(provider) {
      const place = places.find(({ mock }) => mock.contract.provider === provider)
      if (!place) throw new Error(`No mock of ${provider} is served here: there is ${names(places)}.`)
      return `http://${host.includes(':') ? `[${host}]` : host}:${listener.port}${place.prefix}${place.mock.base}`
    },
  }
}

interface Place {
  readonly prefix: string
  readonly mock: Mock
}

function placesOf(mocks: readonly Mock[]): readonly Place[] {
  const providers = mocks.map((mock) => mock.contract.provider)
  const repeated = providers.find((provider, index) => providers.indexOf(provider) !== index)
  if (repeated !== undefined) throw new Error(`Two mocks of ${repeated} cannot share one server: serve them apart.`)
  return mocks.map((mock) => ({ mock, prefix: mocks.length === 1 ? '' : `/${mock.contract.provider}` }))
}

function answerAt({ mock, prefix }: Place, path: string, request: PlainRequest, isLocal: () => boolean): PlainAnswer {
  try {
    if (path === prefix + CONTROL_PATH && isLocal()) return answerControl(mock, request)
    if (path === prefix + CALLBACK_PATH && isLocal()) return answerCallback(mock, request)
    return mock.answer(prefix === '' ? request : { ...request, prefix })
  } catch (error) {
    // A fault of a rule kind must not end the server for the other requests; the answer says that it is the mock's.
    const reason = error instanceof Error ? error.message : String(error)
    return jsonAnswer(500, { error: `The mock of ${mock.contract.provider} failed: ${reason}`, code: 500 })
  }
}

function answered(place: Place | undefined, path: string, request: PlainRequest, answer: PlainAnswer): Answered {
  return {
    ...(place ? { provider: place.mock.contract.provider } : {}),
    method: request.method,
    path,
    status: answer.status,
    ...(answer.rule === undefined ? {} : { rule: answer.rule }),
  }
}

function isUnder(path: string, prefix: string): boolean {
  return prefix === '' || path === prefix || path.startsWith(`${prefix}/`)
}

function pathOf(target: string): string {
  const query = target.indexOf('?')
  return query < 0 ? target : target.slice(0, query)
}

function noMock(places: readonly Place[]): PlainAnswer {
  return jsonAnswer(404, { error: `No mock is served at this path: there is ${names(places)}.`, code: 404 })
}

function names(places: readonly Place[]): string {
  return (
    places.map(({ prefix, mock }) => `${mock.contract.provider} at ${prefix}${mock.base || '/'}`).join(', ') || 'none'
  )
}
