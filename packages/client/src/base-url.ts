/**
 * The base URL of an operation: the one given, else the documented server, without its trailing slash.
 * @throws Error when there is none, or when it is no absolute http(s) URL without credentials, query and fragment.
 */
export function baseUrlFor(provider: string, server: string | undefined, given: string | undefined): string {
  const text = given ?? server
  if (text === undefined) throw new Error(`The documents of ${provider} name no server: give a baseUrl.`)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(`The baseUrl of ${provider} is no absolute http or https URL: give one such as https://host/path.`)
  }
  // The text is not shown: it may hold a password.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new Error(`The baseUrl of ${provider} has credentials, a query or a fragment: give origin and path alone.`)
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}
