import type { Operation, Rule } from '@assay/contract'
import type { Account } from './account.ts'
import { takeAsVerified } from './authentication-rule.ts'
import type { Draft } from './draft.ts'
import type { ReceivedRequest } from './exchange.ts'
import { judgeRequest } from './judge-request.ts'
import { receiveRequest } from './receive-request.ts'
import { sealDraft } from './seal-draft.ts'
import { sentAt } from './sent-at.ts'

/** Whether a draft breaks a rule and no other, judged on the bytes that would be sent. */
export function breaksOnly(draft: Draft, rule: Pick<Rule, 'id'>, operation: Operation, account: Account): boolean {
  const broken = brokenBy(draft, operation, account)
  return broken.length === 1 && broken[0] === rule.id
}

/** The ids of the rules that a draft breaks, judged on the bytes that would be sent. */
export function brokenBy(draft: Draft, operation: Operation, account: Account): readonly string[] {
  const request = requestOf(draft, operation, account)
  const after = draft.repeated === true ? accountAfter(draft, account) : account
  return judgeRequest(request, operation, after).map(({ rule }) => rule.id)
}

const unsigned = new WeakMap<Operation, Operation>()

/** The request that would be sent. What is signed rightly is found to be: only a fault in key or signature is worth the signing. */
function requestOf(draft: Draft, operation: Operation, account: Account): ReceivedRequest {
  const options = { credentials: account.credentials, now: account.now() }
  if (draft.fault !== undefined) return receiveRequest(sealDraft(draft, operation, options))
  const bare = unsigned.get(operation) ?? withoutSigning(operation)
  unsigned.set(operation, bare)
  const request = receiveRequest(sealDraft(draft, bare, options))
  takeAsVerified(request)
  return request
}

function withoutSigning({ signing: _, ...operation }: Operation): Operation {
  return operation
}

/** The account as it stands when the same request was accepted before. */
function accountAfter(draft: Draft, account: Account): Account {
  return {
    credentials: account.credentials,
    profile: account.profile,
    now: () => account.now(),
    currency: (code) => account.currency(code),
    inState: (state) => account.inState(state),
    taken: (pointer, reference) =>
      String(sentAt(draft.body, pointer)) === reference || account.taken(pointer, reference),
  }
}
