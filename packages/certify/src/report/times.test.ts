import { expect, test } from 'vitest'
import { countTime, noTimes, timingsOf } from './times.ts'

test('durations are counted in buckets, and the slowest is named', () => {
  const times = noTimes()
  for (const [one, ms] of [
    ['a', 1],
    ['b', 2],
    ['c', 7_000],
    ['d', 7_000],
    ['e', 5_000],
  ] as const)
    countTime(times, one, ms)
  const { buckets, ...rest } = timingsOf(times)
  expect(rest).toEqual({ exchanges: 5, totalMs: 19_003, slowestMs: 7_000, slowest: 'c' })
  expect(buckets.filter(({ exchanges }) => exchanges > 0)).toEqual([
    { uptoMs: 1, exchanges: 1 },
    { uptoMs: 2, exchanges: 1 },
    { uptoMs: 5_000, exchanges: 1 },
    { exchanges: 2 },
  ])
})

test('a run without exchanges has no slowest', () => {
  expect(timingsOf(noTimes())).toMatchObject({ exchanges: 0, totalMs: 0, slowestMs: 0 })
  expect(timingsOf(noTimes())).not.toHaveProperty('slowest')
})
