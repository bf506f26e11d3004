import type { CheckResult } from './check-provider.ts'

/** The exit code of a check: 0 unchanged but for wording, 1 changed, 2 no address known, 3 unreachable or unreadable; of several the first in the order 3, 2, 1, 0. */
export function checkExitCode(results: readonly CheckResult[]): 0 | 1 | 2 | 3 {
  const has = (status: CheckResult['status']) => results.some((result) => result.status === status)
  if (has('unreadable')) return 3
  if (has('no-address')) return 2
  return has('changed') ? 1 : 0
}
