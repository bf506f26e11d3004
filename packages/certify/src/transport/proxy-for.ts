import { CertifyError } from '../certify-error.ts'
import type { Target } from '../target.ts'

/** Environment variables by name. */
type Environment = Readonly<Record<string, string | undefined>>

/**
 * The HTTP proxy that the environment names for a target: `HTTPS_PROXY` for https, `HTTP_PROXY` for http, in lower case first, as curl reads them.
 * False where `NO_PROXY` takes the target out; undefined where nothing is said, as always for this very machine.
 * @throws CertifyError where it is no http or https URL. It may hold a password, so it is not shown.
 */
export function proxyFor(target: Target, environment: Environment): string | false | undefined {
  if (target.loopback) return undefined
  const { protocol, hostname, port } = new URL(target.origin)
  const name = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY'
  const value = read(environment, name)
  if (isExcepted(hostname, port || (protocol === 'https:' ? '443' : '80'), read(environment, 'NO_PROXY') ?? ''))
    return false
  if (value === undefined) return undefined
  // `proxy.example.com:8080` will do, as it does for curl.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new CertifyError(`${name} is no http or https URL: give one such as http://proxy.example.com:8080.`)
  return url.href
}

function read(environment: Environment, name: string): string | undefined {
  const value = (environment[name.toLowerCase()] ?? environment[name])?.trim()
  return value === '' ? undefined : value
}

/** Whether a list such as `localhost,.example.com,10.0.0.1:8443` or `*` has a host. A name stands for what is below it too. */
function isExcepted(hostname: string, port: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, host = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (only !== undefined && only !== port) return false
      const name = host.replace(/^\*?\./, '')
      return name !== '' && (hostname === name || hostname.endsWith(`.${name}`))
    })
}
