import { parseJson } from '@assay/contract'
import { verify } from '@assay/signing'
import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { acmeAccount } from './__fixtures__/acme-account.ts'
import { type AuthenticationFault, authenticationFaults } from './draft.ts'
import { faultApplies } from './fault-applies.ts'
import { sealDraft } from './seal-draft.ts'

const { credentials } = acmeAccount()
const now = 1_800_000_000_123

const profiles = {
  together: acme.signing,
  apart: {
    headers: [
      { name: 'X-Key', template: '{key}' },
      { name: 'X-Signature', template: '{signature}' },
    ],
    signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
  },
  bearer: { headers: [{ name: 'X-API-Key', template: 'Bearer {key}' }] },
} as const

function seenFault(fault: AuthenticationFault | undefined, profile: keyof typeof profiles): string {
  const signing = profiles[profile]
  if (signing === undefined) return 'no profile'
  const operation = { ...acme, signing }
  const sealed = sealDraft({ body: { amount: '5' }, ...(fault === undefined ? {} : { fault }) }, operation, {
    credentials,
    now,
    basePath: '/v1',
  })
  const headers = new Headers(sealed.headers)
  const verification = verify(signing, { pathAndQuery: sealed.pathAndQuery, headers, body: sealed.bytes, credentials })
  return verification.ok ? 'ok' : verification.fault
}

test.each(Object.keys(profiles) as (keyof typeof profiles)[])('a draft without a fault verifies: %s', (profile) => {
  expect(seenFault(undefined, profile)).toBe('ok')
})

test('each fault is seen as what it is, wherever it can be made', () => {
  const seen = Object.entries(profiles).flatMap(([name, profile]) =>
    authenticationFaults
      .filter((fault) => profile !== undefined && faultApplies(fault, profile))
      .map((fault) => `${name}: ${fault} → ${seenFault(fault, name as keyof typeof profiles)}`),
  )
  expect(seen).toMatchInlineSnapshot(`
    [
      "together: missing-key → missing-key",
      "together: empty-key → missing-key",
      "together: unknown-key → unknown-key",
      "together: half-key → unknown-key",
      "together: longer-key → unknown-key",
      "together: other-case-key → unknown-key",
      "together: missing-signature → missing-signature",
      "together: empty-signature → missing-signature",
      "together: wrong-secret → wrong-signature",
      "together: other-body → wrong-signature",
      "together: empty-body → wrong-signature",
      "together: trailing-newline → wrong-signature",
      "together: reserialised → wrong-signature",
      "together: first-digit → wrong-signature",
      "together: middle-digit → wrong-signature",
      "together: last-digit → wrong-signature",
      "together: half → wrong-signature",
      "together: without-path → wrong-signature",
      "together: malformed-header → malformed-header",
      "together: upper-case → wrong-signature",
      "together: other-timestamp-unit → ok",
      "together: old-timestamp → ok",
      "apart: missing-key → missing-key",
      "apart: empty-key → missing-key",
      "apart: unknown-key → unknown-key",
      "apart: half-key → unknown-key",
      "apart: longer-key → unknown-key",
      "apart: other-case-key → unknown-key",
      "apart: missing-signature → missing-signature",
      "apart: empty-signature → missing-signature",
      "apart: wrong-secret → wrong-signature",
      "apart: other-body → wrong-signature",
      "apart: empty-body → wrong-signature",
      "apart: trailing-newline → wrong-signature",
      "apart: reserialised → wrong-signature",
      "apart: first-digit → wrong-signature",
      "apart: middle-digit → wrong-signature",
      "apart: last-digit → wrong-signature",
      "apart: half → wrong-signature",
      "apart: upper-case → wrong-signature",
      "bearer: missing-key → missing-key",
      "bearer: empty-key → missing-key",
      "bearer: unknown-key → unknown-key",
      "bearer: half-key → unknown-key",
      "bearer: longer-key → unknown-key",
      "bearer: other-case-key → unknown-key",
      "bearer: malformed-header → malformed-header",
    ]
  `)
})

test('the bytes are those of the draft, numbers without loss', () => {
  const body = parseJson('{"amount":0.123456789012345678,"note":"ü\\n"}')
  const sealed = sealDraft({ body }, acme, { credentials, now })
  expect(new TextDecoder().decode(sealed.bytes)).toBe('{"amount":0.123456789012345678,"note":"ü\\n"}')
  expect(sealed).toMatchObject({
    method: 'POST',
    pathAndQuery: '/payments',
    headers: { 'Content-Type': 'application/json' },
  })
})

test('text and content type are sent as the draft says', () => {
  const sealed = sealDraft({ body: {}, text: '{"cut', contentType: null }, acme, { credentials, now })
  expect(new TextDecoder().decode(sealed.bytes)).toBe('{"cut')
  expect(Object.keys(sealed.headers)).toEqual(['Authorization'])
})
