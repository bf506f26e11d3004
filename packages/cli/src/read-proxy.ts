import { UsageError } from './usage-error.ts'

/** Reads the URL of an HTTP proxy. @throws UsageError */
export function readProxy(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url.href
  // What is not readable may hold a password, so it is not shown.
  throw new UsageError(
    '--proxy takes the http or https URL of a proxy without user and password, such as http://127.0.0.1:8080: credentials for a proxy belong into HTTPS_PROXY.',
  )
}
