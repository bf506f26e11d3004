import { endedRuns } from './ended-runs.ts'
import { endlessTargets } from './endless-targets.ts'
import { networkFaults } from './network-faults.ts'
import { otherOrigins } from './other-origins.ts'
import type { Proof } from './proof.ts'
import { sameReport } from './same-report.ts'
import { secrets } from './secrets.ts'

/** What must be true of every certification, beside finding faults and raising no alarm. */
export const proofs: readonly Proof[] = [sameReport, otherOrigins, endlessTargets, networkFaults, endedRuns, secrets]
