import { expect, test } from 'vitest'
import { pacer } from './pacer.ts'

const signal = new AbortController().signal
const since = (start: number): number => performance.now() - start

test('a rate spreads turns over time', async () => {
  const pace = pacer({ budget: 100, rate: 50, signal })
  const start = performance.now()
  await Promise.all(Array.from({ length: 6 }, () => pace.turn()))
  expect(since(start)).toBeGreaterThan(95)
})

test('a budget ends', async () => {
  const pace = pacer({ budget: 2, rate: Number.POSITIVE_INFINITY, signal })
  expect([await pace.turn(), await pace.turn(), await pace.turn()]).toEqual([true, true, false])
  expect([pace.used(), pace.left()]).toEqual([2, 0])
})

test('a pause holds every turn back, and several at once are one', async () => {
  const pace = pacer({ budget: 10, rate: Number.POSITIVE_INFINITY, signal })
  const start = performance.now()
  pace.pause(60)
  pace.pause(60)
  await Promise.all([pace.turn(), pace.turn()])
  expect(since(start)).toBeGreaterThan(55)
  expect(pace.paused()).toBeLessThan(70)
})

test('the end of a run ends all waiting', async () => {
  const controller = new AbortController()
  const pace = pacer({ budget: 10, rate: 0.01, signal: controller.signal })
  await pace.turn()
  const waiting = pace.turn()
  controller.abort()
  expect(await waiting).toBe(false)
  expect(pace.used()).toBe(1)
})
