import { PactError } from '../pact-error.ts'

/** A Pact Broker, by the names that all of Pact's tools read from the environment. */
export interface Broker {
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** A bearer token (`PACT_BROKER_TOKEN`). */
  readonly token?: string
  /** Name and password (`PACT_BROKER_USERNAME`, `PACT_BROKER_PASSWORD`). */
  readonly basic?: { readonly username: string; readonly password: string }
}

/**
 * The broker that the environment names: `PACT_BROKER_BASE_URL`, with `PACT_BROKER_TOKEN` or `PACT_BROKER_USERNAME` and `PACT_BROKER_PASSWORD`.
 * @throws PactError where it names none, or one that cannot be reached by HTTP; it shows no credentials
 */
export function brokerOf(environment: Readonly<Record<string, string | undefined>>): Broker {
  const { PACT_BROKER_BASE_URL, PACT_BROKER_TOKEN, PACT_BROKER_USERNAME, PACT_BROKER_PASSWORD } = environment
  if (!PACT_BROKER_BASE_URL) throw new PactError('No broker is named: set PACT_BROKER_BASE_URL.')
  const url = URL.canParse(PACT_BROKER_BASE_URL) ? new URL(PACT_BROKER_BASE_URL) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new PactError('PACT_BROKER_BASE_URL is no URL of HTTP: give one such as https://broker.example.')
  }
  if (url.username !== '' || url.password !== '') {
    throw new PactError('PACT_BROKER_BASE_URL holds credentials: set PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD.')
  }
  const basic = PACT_BROKER_USERNAME
    ? { basic: { username: PACT_BROKER_USERNAME, password: PACT_BROKER_PASSWORD ?? '' } }
    : {}
  return {
    baseUrl: url.href.replace(/\/+$/, ''),
    ...(PACT_BROKER_TOKEN ? { token: PACT_BROKER_TOKEN } : basic),
  }
}

/** The broker as the environment of one of Pact's own tools, which takes no credentials on its command line. */
export function brokerEnvironment({ baseUrl, token, basic }: Broker): Record<string, string> {
  return {
    PACT_BROKER_BASE_URL: baseUrl,
    PACT_DO_NOT_TRACK: '1',
    ...(token === undefined ? {} : { PACT_BROKER_TOKEN: token }),
    ...(basic === undefined ? {} : { PACT_BROKER_USERNAME: basic.username, PACT_BROKER_PASSWORD: basic.password }),
  }
}

/** A text of somebody else without the broker's credentials, in any form in which HTTP carries them. */
export function withoutCredentials(text: string, { token, basic }: Broker): string {
  const encoded = basic && Buffer.from(`${basic.username}:${basic.password}`).toString('base64')
  const secrets = [token, encoded, basic?.password].filter((secret) => secret !== undefined && secret !== '')
  return secrets.reduce<string>((rest, secret) => rest.replaceAll(secret ?? '', '[struck out]'), text)
}
