import type { Target } from '../target.ts'
import type { DoctorStep } from './doctor-step.ts'
import { type Heard, type Probe, sameAnswer } from './probe.ts'

/** A path that no gateway has. */
const NOWHERE = '/assay-looks-for-nothing'

/**
 * Whether the operation is at the base URL. Where it seems not to be, the paths that the documents and the base URL itself suggest are tried.
 * @param heard the answer to the right request
 */
export async function checkPath(heard: Heard, probe: Probe, target: Target): Promise<DoctorStep> {
  const { operation } = probe
  const place = `${operation.method} ${target.baseUrl}${operation.path}`
  if (heard.kind !== 'answer') return { step: 'base-path', outcome: 'skipped', says: 'No answer came.' }
  const { standing, answer } = heard
  const { status } = answer
  if (standing.kind === 'elsewhere') {
    const location = heard.header('location')
    return {
      step: 'base-path',
      outcome: 'fault',
      says: `${place} sends elsewhere (${status}${location === undefined ? '' : `, ${location}`}).`,
      advice: 'Give the base URL that answers itself: no redirect is followed.',
    }
  }
  if (standing.kind === 'unavailable' || standing.kind === 'proxy') {
    return {
      step: 'base-path',
      outcome: 'fault',
      says: `${place} is not available (${status}).`,
      ...(standing.kind === 'proxy'
        ? { mistake: 'proxy-in-between' as const }
        : {
            advice: 'Try again later: what answers is a gateway before the provider.',
            causes: ['proxy-in-between'] as const,
          }),
    }
  }
  // A gateway may say of a path it does not know that a header is missing which was sent.
  const unseen = standing.kind === 'refused' && missesWhatWasSent(probe, standing.rule)
  const markup = /^\s*</.test(heard.text)
  if (standing.kind !== 'unknown-path' && !unseen && !markup && ![404, 405, 501].includes(status))
    return { step: 'base-path', outcome: 'ok', says: `${place} is known there (${status}).` }
  const better = await betterPath(heard, probe, target)
  if (better !== undefined) {
    return {
      step: 'base-path',
      outcome: 'fault',
      says: `${place} is not known there (${status}), and ${target.origin}${better.basePath}${operation.path} is.`,
      advice: `Give ${target.origin}${better.basePath} as the base URL.`,
      mistake: better.mistake,
    }
  }
  const nowhere = await probe.ask({ path: `${target.basePath}${NOWHERE}` })
  if (standing.kind !== 'unknown-path' && !markup && !sameAnswer(heard, nowhere))
    return { step: 'base-path', outcome: 'ok', says: `${place} is known there (${status}).` }
  return {
    step: 'base-path',
    outcome: 'fault',
    says: `${place} is not known there (${status}${heard.text === '' ? '' : `: ${heard.text}`}).`,
    causes: markup
      ? ['proxy-in-between', 'path-missing']
      : unseen
        ? ['path-missing', 'headers-removed', 'proxy-in-between']
        : ['path-missing'],
  }
}

/** Whether the documented error of a rule about missing headers came, although they were sent. */
export function missesWhatWasSent({ operation }: Probe, id: string | undefined): boolean {
  const faults = operation.rules.find((rule) => rule.id === id)?.parameters.faults
  return Array.isArray(faults) && faults.length > 0 && faults.every((fault) => String(fault).startsWith('missing-'))
}

async function betterPath(
  heard: Heard,
  probe: Probe,
  target: Target,
): Promise<{ readonly basePath: string; readonly mistake: 'path-missing' | 'path-twice' } | undefined> {
  const { server, path } = probe.operation
  const documented = server === undefined || !URL.canParse(server) ? '' : new URL(server).pathname.replace(/\/+$/, '')
  const twice = target.basePath.endsWith(path) ? target.basePath.slice(0, -path.length) : undefined
  const tried = [
    ...(twice === undefined ? [] : [{ basePath: twice, mistake: 'path-twice' as const }]),
    ...(documented === '' ? [] : [{ basePath: documented, mistake: 'path-missing' as const }]),
    ...(documented === '' || target.basePath === ''
      ? []
      : [{ basePath: `${target.basePath}${documented}`, mistake: 'path-missing' as const }]),
  ].filter(({ basePath }) => basePath !== target.basePath)
  for (const one of tried) {
    const other = await probe.ask({ basePath: one.basePath })
    if (other.kind !== 'answer' || sameAnswer(heard, other) || /^\s*</.test(other.text)) continue
    if (other.standing.kind === 'admitted' || other.standing.kind === 'refused' || other.standing.kind === 'account')
      return one
  }
  return undefined
}
