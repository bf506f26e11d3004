import type { Contract } from '@assay/contract'
import type { CertifyOptions } from './certify-options.ts'
import { newRunId } from './new-run-id.ts'
import { planOf } from './plan/plan-of.ts'
import { refreshedDraft } from './plan/refreshed-draft.ts'
import { diagnose } from './run/doctor.ts'
import { openSender } from './run/sender.ts'
import { targetOf } from './target.ts'

/**
 * Looks whether a target can be certified at all: reachable, credentials not refused. It sends one to three valid requests.
 * @throws CertifyError when what is asked for cannot be carried out
 */
export async function doctor(
  contract: Contract,
  options: CertifyOptions,
): Promise<{ readonly ready: boolean; readonly says: string }> {
  const runId = options.runId ?? newRunId()
  const target = targetOf(options.baseUrl)
  const plan = planOf(contract, { ...options, runId, level: 'quick' })
  const probes = plan.cases.filter((one) => one.rule === undefined && one.expectation.outcome === 'accepted')
  const ending = new AbortController()
  const signal = options.signal === undefined ? ending.signal : AbortSignal.any([options.signal, ending.signal])
  const sender = await openSender(options, target, signal)
  try {
    const { ready, says } = await diagnose(
      probes,
      ({ operation, draft }, attempt) => {
        const bench = plan.benches.get(operation.id)
        return bench === undefined ? draft : refreshedDraft(draft, bench, { runId, number: 0, attempt }, options)
      },
      sender,
      (options.timeoutSeconds ?? 5) * 1000,
    )
    return { ready, says }
  } finally {
    ending.abort()
    await sender.close()
  }
}
