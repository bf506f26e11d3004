import { type Json, stringifyJson } from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from '../__fixtures__/acme.ts'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { answerRuleOf } from '../__fixtures__/rule-of.ts'
import { receiveAnswer, receiveRequest } from '../receive-request.ts'
import type { RuleOf } from '../rule-kind.ts'
import { absentIf } from './absent-if.ts'

const bytesOf = (body: Json) => new TextEncoder().encode(stringifyJson(body))
const request = receiveRequest({ method: 'POST', pathAndQuery: '/', headers: {}, bytes: bytesOf({}) })
const rule: RuleOf<{ members?: readonly string[] }> = {
  ...answerRuleOf('untimed', 'absent-if', '/data'),
  parameters: { members: ['address', 'left'] },
}

test.each<[Json, boolean]>([
  [{ data: {} }, true],
  [{ data: { address: null, left: null, id: 1 } }, true],
  [{ data: { address: null, left: 0 } }, false],
  [{ data: { address: 'zz' } }, false],
])('%j has none of several members: %s', (body, holds) => {
  const answer = receiveAnswer({ status: 200, headers: {}, bytes: bytesOf(body) })
  const exchange = { request, answer, sentAt: 0, receivedAt: 0, earlier: [] }
  expect(absentIf.holds(exchange, rule, acmeAccount(), acme).holds).toBe(holds)
})
