import type { Json, Rule } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { acmeAccount } from './__fixtures__/acme-account.ts'
import { ruleOf } from './__fixtures__/rule-of.ts'
import { firstBrokenRule, judgeRequest } from './judge-request.ts'
import { receiveRequest } from './receive-request.ts'

const rules: readonly Rule[] = [
  ruleOf('code.known', 'known-value', '/code'),
  ruleOf('code.empty', 'minLength', '/code', { value: 1 }),
  ruleOf('note.long', 'maxLength', '/note', { value: 3 }),
  ruleOf('body.json', 'well-formed-body', ''),
  ruleOf('body.type', 'content-type', ''),
  ruleOf('network.needed', 'required', '/network', {}, { when: [{ at: '/code', currency: 'crypto' }] }),
]
const operation = { ...acme, rules }

function broken(text: string, off?: ReadonlySet<string>, contentType = 'application/json'): string[] {
  const bytes = new TextEncoder().encode(text)
  const request = receiveRequest({
    method: 'POST',
    pathAndQuery: '/payments',
    headers: { 'content-type': contentType },
    bytes,
  })
  return judgeRequest(request, operation, acmeAccount(), off).map(({ rule }) => rule.id)
}

const of = (body: Json) => broken(JSON.stringify(body))

test('rules are told in the order of the stages', () => {
  expect(of({ code: 'ZZQ', note: 'long' })).toEqual(['note.long', 'code.known'])
})

test('a value that is empty is not looked up', () => {
  expect(of({ code: '' })).toEqual(['code.empty'])
  expect(broken('{"code":""}', new Set(['code.empty']))).toEqual([])
})

test('a body that cannot be read is judged no further', () => {
  expect(broken('{"code":""')).toEqual(['body.json'])
  expect(broken('{"code":""}', undefined, 'text/plain')).toEqual(['body.type'])
  expect(of([])).toEqual(['body.json'])
})

test('a rule applies only while its premises hold', () => {
  expect(of({ code: 'EUR' })).toEqual([])
  expect(of({ code: 'BTC' })).toEqual(['network.needed'])
  expect(of({ code: 'BTC', network: 'bitcoin' })).toEqual([])
})

test('the first broken rule is the first of all that are broken', () => {
  const member = fc.constantFrom('', 'ZZQ', 'BTC', 'EUR', 'bitcoin', 'long', 'abc', null, 1)
  const body = fc.record({ code: member, note: member, network: member }, { requiredKeys: [] })
  const off = fc.subarray(operation.rules.map(({ id }) => id))
  const contentType = fc.constantFrom('application/json', 'text/plain')
  fc.assert(
    fc.property(body, off, contentType, (sent, ids, type) => {
      const bytes = new TextEncoder().encode(JSON.stringify(sent))
      const headers = { 'content-type': type }
      const request = receiveRequest({ method: 'POST', pathAndQuery: '/payments', headers, bytes })
      const account = acmeAccount()
      const [first] = judgeRequest(request, operation, account, new Set(ids))
      expect(firstBrokenRule(request, operation, account, new Set(ids))).toEqual(first)
    }),
    { numRuns: 300 },
  )
})
