import { type AuthenticationParameters, defineAuthentication } from '../authentication-rule.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** The key is there and known. Parameter `faults`: those that this rule speaks of. */
export const key: RequestRuleKind<AuthenticationParameters> = defineAuthentication('key', [
  'missing-key',
  'empty-key',
  'unknown-key',
  'half-key',
  'longer-key',
])
