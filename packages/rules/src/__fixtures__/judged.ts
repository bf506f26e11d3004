import type { Json, Operation, Rule } from '@assay/contract'
import type { Account } from '../account.ts'
import { kindOf } from '../kind-of.ts'
import { receiveRequest } from '../receive-request.ts'
import { acme } from './acme.ts'
import { acmeAccount } from './acme-account.ts'
import { ruleOf } from './rule-of.ts'

/** What one rule says of a request body: `kept`, or the sentence that tells what is wrong. */
export function judged(
  kind: string,
  at: string,
  parameters: Rule['parameters'],
  body: Json,
  { account = acmeAccount(), operation = acme }: { account?: Account; operation?: Operation } = {},
): string {
  const rule = ruleOf('rule', kind, at, parameters)
  const found = kindOf(rule)
  if (found.side === 'answer') throw new Error(`${kind} is a kind about answers.`)
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  const request = receiveRequest({
    method: 'POST',
    pathAndQuery: '/payments',
    headers: { 'content-type': 'application/json' },
    bytes,
  })
  const judgement = found.holds({ ...request, body }, rule, account, operation)
  return judgement.holds ? 'kept' : judgement.says
}
