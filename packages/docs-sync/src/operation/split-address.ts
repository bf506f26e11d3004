/** A path or URL as a base and the path below it. */
export interface Address {
  /** Scheme, host and base path; absent where no host is named. */
  readonly server?: string
  /** With its parameters in braces. */
  readonly path: string
}

const VERSION = /^v\d+(?:\.\d+)*$/i

/**
 * Divides an address into the server and the path of the operation: the server's base path runs through the segment that names the version,
 * where there is one. `:id` and `<id>` become `{id}`.
 */
export function splitAddress(address: string, host?: string): Address {
  const match = /^(?:(https?):\/\/([^/\s?#]+))?(\/[^\s?#]*)?/i.exec(address)
  const origin =
    match?.[2] === undefined ? (host === undefined ? undefined : `https://${host}`) : `${match[1]}://${match[2]}`
  const segments = (match?.[3] ?? '/').split('/').slice(1).map(parameter)
  if (origin === undefined) return { path: `/${segments.join('/')}` }
  const version = segments.findIndex((segment) => VERSION.test(segment))
  const base = version === -1 || version === segments.length - 1 ? [] : segments.slice(0, version + 1)
  return { server: [origin, ...base].join('/'), path: `/${segments.slice(base.length).join('/')}` }
}

function parameter(segment: string): string {
  const name =
    /^:([\w-]+)$/.exec(segment)?.[1] ?? /^<([\w-]+)>$/.exec(segment)?.[1] ?? /^%7B([\w-]+)%7D$/i.exec(segment)?.[1]
  return name === undefined ? segment : `{${name}}`
}
