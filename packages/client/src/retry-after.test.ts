import { expect, test } from 'vitest'
import { retryAfter } from './retry-after.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

const cases: readonly (readonly [string | null, number | undefined])[] = [
  [null, undefined],
  ['0', 0],
  [' 7 ', 7000],
  ['Thu, 01 Jan 2026 00:00:10 GMT', 10_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['1.5', undefined],
]

test.each(cases)('Retry-After %j asks for %j ms', (header, milliseconds) => {
  expect(retryAfter(header, now)).toBe(milliseconds)
})
