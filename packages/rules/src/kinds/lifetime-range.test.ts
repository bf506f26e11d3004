import type { JsonObject } from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from '../__fixtures__/acme.ts'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { judged } from '../__fixtures__/judged.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import { receiveAnswer } from '../receive-request.ts'
import { lifetimeRange } from './lifetime-range.ts'

const now = 1_800_000_000
const fields = { duration: { at: '/seconds', unit: 'seconds' }, instant: { at: '/until', unit: 'seconds' } } as const

test.each<['minimum' | 'maximum', JsonObject, string]>([
  ['minimum', { seconds: 300 }, 'kept'],
  ['minimum', { seconds: 299 }, 'The minimum lifetime is 5 minutes.'],
  ['minimum', { seconds: -1 }, 'The minimum lifetime is 5 minutes.'],
  ['minimum', { until: now + 300 }, 'kept'],
  ['minimum', { until: now + 299 }, 'The minimum lifetime is 5 minutes.'],
  ['minimum', { seconds: 1.5 }, 'kept'],
  ['minimum', { seconds: '1' }, 'kept'],
  ['minimum', {}, 'kept'],
  ['maximum', { seconds: 2_592_000, until: null }, 'kept'],
  ['maximum', { seconds: 2_592_001 }, 'The maximum lifetime is 30 days.'],
  ['maximum', { until: now + 2_592_001 }, 'The maximum lifetime is 30 days.'],
])('%s: %j', (bound, body, says) => {
  expect(judged('lifetime-range', '', { bound, ...fields }, body)).toBe(says)
})

test('a duration may be counted in minutes', () => {
  const duration = { at: '/minutes', unit: 'minutes' }
  expect(judged('lifetime-range', '', { bound: 'minimum', duration }, { minutes: 5 })).toBe('kept')
  expect(judged('lifetime-range', '', { bound: 'minimum', duration }, { minutes: 4 })).toBe(
    'The minimum lifetime is 5 minutes.',
  )
})

test.each([
  ['At least 5 minutes.', '300'],
  ['At least 1 minute.', '60'],
  ['At least 2 days.', '172800'],
  ['At least some days.', undefined],
  ['At least 5 weeks.', undefined],
])('%s teaches %s', (error, seconds) => {
  const rule = ruleOf('lifetime.short', 'lifetime-range', '', {}, { answer: { status: [422], example: 'TooShort' } })
  const bytes = new TextEncoder().encode(JSON.stringify({ error, code: 422 }))
  const parameters = { bound: 'minimum', ...fields } as const
  expect(
    lifetimeRange.learns?.(receiveAnswer({ status: 422, headers: {}, bytes }), { ...rule, parameters }, acme),
  ).toBe(seconds)
})

test.each([
  ['minimum', '120', { minimum: 120, maximum: 2_592_000 }],
  ['minimum', undefined, { minimum: 0, maximum: 2_592_000 }],
  ['maximum', '86400', { minimum: 300, maximum: 86_400 }],
  ['maximum', undefined, { minimum: 300, maximum: 3_153_600_000 }],
] as const)('a learned %s of %s seconds is the account’s', (bound, limit, lifetime) => {
  const rule = { ...ruleOf('lifetime', 'lifetime-range', ''), parameters: { bound, ...fields } }
  expect(lifetimeRange.withLimit?.(acmeAccount().profile, rule, limit)?.lifetime).toEqual(lifetime)
})
