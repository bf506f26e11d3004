import { z } from 'zod'
import { PactError } from '../pact-error.ts'
import { type Broker, withoutCredentials } from './broker.ts'
import { BrokerError } from './broker-error.ts'

/** The links of a HAL resource (draft-kelly-json-hal). */
const linked = z.looseObject({
  _links: z.record(z.string(), z.union([z.looseObject({ href: z.string() }), z.array(z.unknown())])).optional(),
})

/** Milliseconds until a broker that does not answer is given up. */
const PATIENCE = 30_000

/**
 * Asks a broker for JSON.
 * @throws BrokerError where it cannot be reached or refuses the credentials, PactError where it refuses the request or answers with no JSON; neither
 * shows credentials
 */
export async function askBroker(broker: Broker, method: string, url: string, body?: unknown): Promise<unknown> {
  // A link to elsewhere would carry the credentials away.
  if (new URL(url, broker.baseUrl).origin !== new URL(broker.baseUrl).origin) {
    throw new PactError(`The broker links to another server, ${new URL(url).origin}, which is not asked.`)
  }
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/hal+json, application/json',
      ...authorization(broker),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw new BrokerError(`The broker at ${broker.baseUrl} cannot be asked: ${reasonOf(error)}.`)
  })
  const text = await response.text()
  if (response.status === 401 || response.status === 403) {
    throw new BrokerError(`The broker at ${broker.baseUrl} refuses the credentials: check PACT_BROKER_TOKEN.`)
  }
  if (!response.ok) {
    const said = withoutCredentials(text, broker).slice(0, 300)
    throw new PactError(`The broker refused ${method} ${new URL(url).pathname} with ${response.status}: ${said}`)
  }
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    throw new PactError(`The broker answered ${method} ${new URL(url).pathname} with no JSON: check its URL.`)
  }
}

/**
 * The target of a link of a resource, its template filled (RFC 6570, level 1).
 * @throws PactError where the resource has no such link
 */
export function linkOf(resource: unknown, relation: string, values: Readonly<Record<string, string>> = {}): string {
  const link = linked.safeParse(resource).data?._links?.[relation]
  if (link === undefined || Array.isArray(link))
    throw new PactError(`The broker has no link ${relation}: is it a Pact Broker?`)
  return link.href.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

function authorization({ token, basic }: Broker): Record<string, string> {
  if (token !== undefined) return { authorization: `Bearer ${token}` }
  if (basic === undefined) return {}
  return { authorization: `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}` }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.message : String(error)
}
