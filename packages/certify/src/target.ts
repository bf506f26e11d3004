import { CertifyError } from './certify-error.ts'

/** Where a provider under test answers. */
export interface Target {
  /** The base URL without user, query, fragment and trailing slash. */
  readonly baseUrl: string
  readonly origin: string
  /** The path of the base URL without trailing slash. */
  readonly basePath: string
  /** Whether it is this very machine. */
  readonly loopback: boolean
}

/**
 * Reads a base URL.
 * @throws CertifyError when it is no absolute http or https URL, or carries a user.
 */
export function targetOf(baseUrl: string): Target {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new CertifyError(
      `The base URL "${baseUrl}" is no absolute http or https URL: give one such as https://sandbox.example.com/api.`,
    )
  }
  if (url.username !== '' || url.password !== '') {
    throw new CertifyError(
      `The base URL of ${url.host} carries a user: give credentials by environment variables instead.`,
    )
  }
  const basePath = url.pathname.replace(/\/+$/, '')
  return { baseUrl: `${url.origin}${basePath}`, origin: url.origin, basePath, loopback: isLoopback(url.hostname) }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}
