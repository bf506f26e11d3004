import type { Contract } from '@assay/contract'
import { clockSkew } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { NOTABLE_SKEW } from '../judge/notable-skew.ts'
import { targetOf } from '../target.ts'
import { checkCredentials } from './check-credentials.ts'
import { checkPath } from './check-path.ts'
import { checkSetup } from './check-setup.ts'
import { checkConnection, checkName } from './check-way.ts'
import type { DoctorStep } from './doctor-step.ts'
import { type Heard, openProbe, type Probe } from './probe.ts'

/**
 * Looks step by step whether a target can be certified, and names what is in the way. It creates nothing: every request it sends lacks a member that
 * the documents require. What it says of credentials rests on comparing answers, never on their shape.
 * @throws CertifyError when the base URL is none
 */
export async function* doctor(
  contract: Contract,
  options: CertifyOptions,
): AsyncGenerator<DoctorStep, void, undefined> {
  const target = targetOf(options.baseUrl)
  const { steps, ready, harmless } = checkSetup(contract, options)
  yield* steps
  const name = await checkName(target, options)
  yield name
  if (name.outcome === 'fault' || !ready) return
  if (harmless === undefined) {
    yield { step: 'connection', outcome: 'skipped', says: 'The contract tells no request that is safe to ask with.' }
    return
  }
  const ending = new AbortController()
  const signal = options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal])
  const probe = await openProbe(harmless, options, target, signal)
  try {
    const heard = await probe.ask()
    yield* checkConnection(heard, target, options)
    if (heard.kind !== 'answer') return
    const path = await checkPath(heard, probe, target)
    yield path
    yield* checkClockAndCredentials(contract, options, heard, probe, path.outcome === 'ok')
  } finally {
    ending.abort()
    await probe.close()
  }
}

async function* checkClockAndCredentials(
  contract: Contract,
  options: CertifyOptions,
  heard: Extract<Heard, { readonly kind: 'answer' }>,
  probe: Probe,
  known: boolean,
): AsyncGenerator<DoctorStep, void, undefined> {
  const skew = clockSkew(heard.answer, heard.receivedAt)
  yield clockStep(skew, heard.answer.headers.has('date'))
  if (!known) return
  yield* await checkCredentials({ contract, options, target: targetOf(options.baseUrl), probe, heard, skew })
}

function clockStep(skew: number, told: boolean): DoctorStep {
  if (!told) return { step: 'clock', outcome: 'skipped', says: 'The answer has no date.' }
  const seconds = Math.round(Math.abs(skew) / 1000)
  if (Math.abs(skew) <= NOTABLE_SKEW)
    return { step: 'clock', outcome: 'ok', says: `The clocks agree to ${Math.max(1, seconds)} s.` }
  const says = `The provider's clock is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} this machine's.`
  return { step: 'clock', outcome: 'doubt', says, mistake: 'clock-off' }
}
