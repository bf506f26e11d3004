import { type AuthenticationParameters, defineAuthentication } from '../authentication-rule.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** The signature is there and made over the bytes received with the secret. Parameter `faults`: those that this rule speaks of. */
export const signature: RequestRuleKind<AuthenticationParameters> = defineAuthentication('signature', [
  'missing-signature',
  'empty-signature',
  'wrong-secret',
  'other-body',
  'empty-body',
  'trailing-newline',
  'reserialised',
  'first-digit',
  'middle-digit',
  'last-digit',
  'half',
  'without-path',
  'malformed-header',
])
