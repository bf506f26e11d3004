import type { Json } from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from '../__fixtures__/acme.ts'
import { acmeAccount } from '../__fixtures__/acme-account.ts'
import { ruleOf } from '../__fixtures__/rule-of.ts'
import { receiveAnswer, receiveRequest } from '../receive-request.ts'
import { instant } from './instant.ts'

const NOW = Date.UTC(2026, 0, 1, 12)
const UNIX = NOW / 1000
const parameters = {
  duration: { at: '/seconds', unit: 'seconds' },
  instant: { at: '/until', unit: 'seconds' },
  as: 'unix-seconds',
} as const

/** What is said of an answer made half a second after the request, `ahead` seconds ahead by its Date header. */
function judged(sent: Json, expires: number, ahead?: number): string {
  const bytes = (value: Json) => new TextEncoder().encode(JSON.stringify(value))
  const date: Record<string, string> = ahead === undefined ? {} : { Date: new Date(NOW + ahead * 1000).toUTCString() }
  const headers = { 'Content-Type': 'application/json', ...date }
  const exchange = {
    request: receiveRequest({ method: 'POST', pathAndQuery: '/payments', headers: {}, bytes: bytes(sent) }),
    answer: receiveAnswer({ status: 200, headers: new Headers(headers), bytes: bytes({ expires }) }),
    sentAt: NOW,
    receivedAt: NOW + 500,
    earlier: [],
  }
  const judgement = instant.holds(
    exchange,
    { ...ruleOf('expires', 'instant', '/expires'), parameters },
    acmeAccount(),
    acme,
  )
  return judgement.holds ? 'kept' : judgement.says
}

test.each<[string, Json, number, number | undefined, string]>([
  ['is the creation plus the lifetime', { seconds: 3600 }, 3600, undefined, 'kept'],
  ['may be five seconds late', { seconds: 3600 }, 3605, undefined, 'kept'],
  ['may not be an hour late', { seconds: 3600 }, 7200, undefined, 'The moment at /expires is 3600 seconds too late.'],
  [
    'may not be an hour late by a right clock',
    { seconds: 3600 },
    7200,
    0,
    'The moment at /expires is 3600 seconds too late.',
  ],
  ['is judged by the clock that the answer shows', { seconds: 3600 }, 3620, 20, 'kept'],
  ['is judged by a clock that is behind', { seconds: 3600 }, 3540, -60, 'kept'],
  ['may be right though a proxy shows another clock', { seconds: 3600 }, 3600, 90, 'kept'],
  ['is the moment that was sent', { until: UNIX + 3600 }, 3600, undefined, 'kept'],
  [
    'is the moment that was sent, whatever clock is shown',
    { until: UNIX + 3600 },
    3620,
    20,
    'The moment at /expires is 20 seconds too late.',
  ],
])('the moment %s', (_says, sent, after, ahead, says) => {
  expect(judged(sent, UNIX + after, ahead)).toBe(says)
})
