import { lookup } from 'node:dns/promises'
import type { CertifyOptions } from '../certify-options.ts'
import type { Target } from '../target.ts'
import { transportFaultOf } from '../transport/transport-fault.ts'
import type { DoctorStep } from './doctor-step.ts'
import type { MistakeId } from './mistakes.ts'
import type { Heard } from './probe.ts'

/** Whether the host's name leads anywhere. Through a proxy it is the proxy that looks it up. */
export async function checkName({ origin }: Target, { proxy, transport }: CertifyOptions): Promise<DoctorStep> {
  const { hostname } = new URL(origin)
  if (transport !== undefined) return { step: 'name', outcome: 'skipped', says: 'No network is used.' }
  if (proxy !== undefined)
    return { step: 'name', outcome: 'skipped', says: `The proxy ${new URL(proxy).host} looks ${hostname} up.` }
  try {
    const { address } = await lookup(hostname.replace(/^\[(.*)\]$/, '$1'))
    return {
      step: 'name',
      outcome: 'ok',
      says: address === hostname ? `${hostname} is an address.` : `${hostname} is ${address}.`,
    }
  } catch (error) {
    return {
      step: 'name',
      outcome: 'fault',
      says: `${hostname} could not be resolved (${transportFaultOf(error).code}).`,
      advice: 'Check the spelling of the base URL, and whether this network needs a proxy (HTTPS_PROXY).',
    }
  }
}

/** Whether a connection came about, and by what way; the first question tells. */
export function checkConnection(heard: Heard, target: Target, { proxy }: CertifyOptions): readonly DoctorStep[] {
  const { host, protocol } = new URL(target.origin)
  const way = proxy === undefined ? '' : ` through the proxy ${new URL(proxy).host}`
  const secure = protocol === 'https:'
  if (heard.kind === 'answer') {
    const via = heard.header('via')
    const connection: DoctorStep =
      via === undefined
        ? { step: 'connection', outcome: 'ok', says: `${host} answers${way}.` }
        : {
            step: 'connection',
            outcome: 'doubt',
            says: `${host} answers${way}, by way of ${via}.`,
            mistake: 'proxy-in-between',
          }
    return secure
      ? [connection, { step: 'certificate', outcome: 'ok', says: 'The certificate is trusted.' }]
      : [connection, { step: 'certificate', outcome: 'skipped', says: 'The target is not https.' }]
  }
  if (heard.fault === 'tls') {
    const mistake = certificateMistake(heard.says)
    return [
      { step: 'connection', outcome: 'ok', says: `${host} takes connections${way}.` },
      { step: 'certificate', outcome: 'fault', says: heard.says, ...(mistake === undefined ? {} : { mistake }) },
    ]
  }
  return [{ step: 'connection', outcome: 'fault', says: heard.says, ...reasonOf(heard.fault, proxy !== undefined) }]
}

function reasonOf(fault: string, proxied: boolean): Pick<DoctorStep, 'advice' | 'mistake' | 'causes'> {
  if (fault === 'proxy') return { mistake: 'proxy-in-between' }
  if (fault === 'invalid-http') return { advice: 'Check scheme and port of the base URL: something else speaks there.' }
  if (fault === 'timeout' || fault === 'reset')
    return {
      causes: [
        ...(proxied ? (['proxy-in-between'] as const) : []),
        'ip-not-allowed',
        ...(proxied ? [] : (['proxy-in-between'] as const)),
      ],
    }
  return { advice: 'Check host and port of the base URL, and whether this network needs a proxy (HTTPS_PROXY).' }
}

function certificateMistake(says: string): MistakeId | undefined {
  if (/ALTNAME|HOSTNAME/.test(says)) return 'certificate-of-another-host'
  if (/EXPIRED|NOT_YET_VALID/.test(says)) return 'certificate-expired'
  if (/SELF_SIGNED|UNABLE_TO|UNTRUSTED|CERT_/.test(says)) return 'certificate-not-trusted'
  return /EPROTO|WRONG_VERSION|ERR_SSL/.test(says) ? 'not-https' : undefined
}
