import type { Contract } from '@assay/contract'
import type { CertifyEvent } from './certify-event.ts'
import type { CertifyOptions } from './certify-options.ts'
import { type Plan, planOf } from './plan/plan-of.ts'
import { carryOut } from './run/carry-out.ts'

/**
 * Certifies a provider against its contract and tells what happens as it happens; the last event carries the report. Nothing is sent before the
 * first event is asked for, and only to the base URL's origin. A provider that is down, hangs or talks nonsense gets a verdict.
 * @param planned made before by `planOf`, for the same contract and options but perhaps another base URL on this machine. Absent: made now
 * @throws CertifyError, from the stream, when what is asked for cannot be carried out.
 */
export async function* certify(
  contract: Contract,
  options: CertifyOptions,
  planned?: Plan,
): AsyncGenerator<CertifyEvent, void, undefined> {
  yield* carryOut(contract, options, planned ?? planOf(contract, options))
}
