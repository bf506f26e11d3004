import type { Operation } from '@assay/contract'
import { type Account, type Draft, judgeRequest, kindOf } from '@assay/rules'

const NOTHING = new Uint8Array()

/** Whether a draft's body keeps every rule about bodies; key and signature are the sealing's affair. */
export function keepsEveryRule(operation: Operation, account: Account): (draft: Draft) => boolean {
  const headers = new Headers({ 'Content-Type': operation.request?.contentType ?? '' })
  const bodyRules = operation.rules.filter((rule) => {
    const kind = kindOf(rule)
    return kind.side === 'request' && kind.stage !== 'authenticate'
  })
  const bodyOnly: Operation = { ...operation, rules: bodyRules }
  return ({ body }) =>
    judgeRequest(
      { method: operation.method, pathAndQuery: operation.path, headers, bytes: NOTHING, body },
      bodyOnly,
      account,
    ).length === 0
}
