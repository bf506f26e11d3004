import { type Json, type JsonObject, parseJson } from '@assay/contract'
import { z } from 'zod'
import { controlSettings } from './control-settings.ts'
import { jsonAnswer } from './json-answer.ts'
import type { Mock } from './mock.ts'
import type { PlainAnswer, PlainRequest } from './plain-request.ts'

const NEEDS_JSON = 'Settings are JSON: send them with Content-Type: application/json.'

/** Where a mock that is served takes orders, after its prefix. */
export const CONTROL_PATH = '/__assay/control'
/** Where it gives the callback of a payment. */
export const CALLBACK_PATH = '/__assay/control/callback'

/**
 * Answers an order for a mock's account: GET tells the settings and what was created, POST sets the members of its JSON body, DELETE resets.
 * POST needs `Content-Type: application/json`, which no page of another origin can send unasked.
 */
export function answerControl(mock: Mock, request: PlainRequest): PlainAnswer {
  switch (request.method) {
    case 'GET':
      return jsonAnswer(200, stateOf(mock))
    case 'DELETE':
      mock.control.reset()
      return jsonAnswer(200, stateOf(mock))
    case 'POST':
      return setBy(mock, request)
    default:
      return jsonAnswer(405, { error: 'The control face takes GET, POST and DELETE.' }, { allow: 'GET, POST, DELETE' })
  }
}

function setBy(mock: Mock, request: PlainRequest): PlainAnswer {
  if (!isJson(request)) return jsonAnswer(415, { error: NEEDS_JSON })
  const settings = controlSettings.safeParse(readJson(request.bytes))
  if (!settings.success) {
    const problems = settings.error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.message}`)
    return jsonAnswer(400, { error: `These are no settings: ${problems.join('; ')}.` })
  }
  try {
    mock.control.set(settings.data)
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : String(error) })
  }
  return jsonAnswer(200, stateOf(mock))
}

const callbackWish = z.strictObject({
  payment: z.string(),
  name: z.string().optional(),
  status: z.string().optional(),
})

/**
 * Answers an order for the callback of a payment, `{ payment, name?, status? }`: its headers, and the text of its body as it was signed.
 * The mock sends nothing by itself.
 */
export function answerCallback(mock: Mock, request: PlainRequest): PlainAnswer {
  if (request.method !== 'POST')
    return jsonAnswer(405, { error: 'A callback is asked for by POST.' }, { allow: 'POST' })
  if (!isJson(request)) return jsonAnswer(415, { error: NEEDS_JSON })
  const wish = callbackWish.safeParse(readJson(request.bytes))
  if (!wish.success) return jsonAnswer(400, { error: 'The body needs "payment", a reference or an id.' })
  try {
    const { name, headers, body } = mock.control.callbackOf(wish.data.payment, wish.data)
    return jsonAnswer(200, { name, headers, body: new TextDecoder().decode(body) })
  } catch (error) {
    return jsonAnswer(400, { error: error instanceof Error ? error.message : String(error) })
  }
}

function stateOf({ contract, control }: Mock): Json {
  const created = control.created().map((item): JsonObject => ({ ...item }))
  // Settings are JSON in, JSON out; members that are undefined are left out by JSON itself.
  const settings: Json = JSON.parse(JSON.stringify(control.settings()))
  return { provider: contract.provider, settings, created }
}

function isJson({ headers }: PlainRequest): boolean {
  return /^application\/json\b/i.test(headers.get('content-type') ?? '')
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder().decode(bytes))
  } catch {
    // What is no JSON is no object either: the shape's own message says so.
    return undefined
  }
}
