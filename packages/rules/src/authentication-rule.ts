import type { Operation } from '@assay/contract'
import { type SigningFault, type Verification, verify } from '@assay/signing'
import { z } from 'zod'
import type { Account } from './account.ts'
import { type AuthenticationFault, authenticationFaults } from './draft.ts'
import type { ReceivedRequest } from './exchange.ts'
import { faultApplies } from './fault-applies.ts'
import { broken, kept } from './judgement.ts'
import { defineRequestRule, type RequestRuleKind } from './rule-kind.ts'

/** The parameters of a rule about key or signature. */
export interface AuthenticationParameters {
  /** The faults that the rule speaks of; absent: all of its kind. */
  readonly faults?: readonly AuthenticationFault[] | undefined
}

const says: Record<SigningFault, string> = {
  'missing-key': 'The key is missing.',
  'missing-signature': 'The signature is missing.',
  'malformed-header': 'A header that authenticates does not have the documented form.',
  'unknown-key': 'The key is not known.',
  'wrong-signature': 'The signature is not that of the bytes received.',
}

/** Makes a rule kind about key or signature; what is verified is verified once a request. */
export function defineAuthentication(
  kind: string,
  all: readonly AuthenticationFault[],
): RequestRuleKind<AuthenticationParameters> {
  return defineRequestRule<AuthenticationParameters>({
    kind,
    stage: 'authenticate',
    parameters: z.strictObject({ faults: z.array(z.enum(authenticationFaults)).min(1).optional() }),
    holds(request, rule, account, operation) {
      const verification = verified(request, account, operation)
      if (verification.ok) return kept
      const { fault } = verification
      return (rule.parameters.faults ?? all).some((own) => seenAs(own) === fault) ? broken(says[fault]) : kept
    },
    breaks(valid, rule, bench) {
      const profile = bench.operation.signing
      if (profile === undefined) return []
      return (rule.parameters.faults ?? all)
        .filter((fault) => faultApplies(fault, profile))
        .map((fault) => ({ way: fault, drafts: valid.map((draft) => ({ ...draft, fault })) }))
    },
    edges: () => [],
  })
}

/** How a verifier sees a fault. */
function seenAs(fault: AuthenticationFault): SigningFault {
  switch (fault) {
    case 'missing-key':
    case 'unknown-key':
    case 'missing-signature':
    case 'malformed-header':
      return fault
    // An empty header and none are the same to most readers.
    case 'empty-key':
      return 'missing-key'
    case 'empty-signature':
      return 'missing-signature'
    case 'half-key':
    case 'longer-key':
    case 'other-case-key':
      return 'unknown-key'
    default:
      return 'wrong-signature'
  }
}

const RIGHT: Verification = { ok: true }
const unsigned = new WeakSet<ReceivedRequest>()
/** The verification of the last request: all rules about it ask one after the other, and a weak map entry for each request costs more than it saves. */
let latest: { readonly request: ReceivedRequest; readonly verification: Verification } | undefined

/** Says of a request that was never signed that key and signature are right. */
export function takeAsVerified(request: ReceivedRequest): void {
  unsigned.add(request)
}

function verified(request: ReceivedRequest, { credentials }: Account, { signing }: Operation): Verification {
  if (latest?.request === request) return latest.verification
  if (signing === undefined || unsigned.has(request)) return RIGHT
  const { pathAndQuery, headers, bytes } = request
  const verification = verify(signing, { pathAndQuery, headers, body: bytes, credentials })
  latest = { request, verification }
  return verification
}
