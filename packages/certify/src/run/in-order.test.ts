import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inOrder } from './in-order.ts'

test('results come in the order of the items, whoever is faster, and never too many are at work', async () => {
  let running = 0
  let most = 0
  const results: number[] = []
  const items = Array.from({ length: 40 }, (_, index) => index)
  for await (const result of inOrder(items, 5, async (item) => {
    running += 1
    most = Math.max(most, running)
    await sleep((item * 7) % 5)
    running -= 1
    return item
  })) {
    results.push(result)
  }
  expect(results).toEqual(items)
  expect(most).toBe(5)
})

test('an error comes when its turn comes', async () => {
  const seen: number[] = []
  const run = async (): Promise<void> => {
    for await (const result of inOrder([1, 2, 3], 3, async (item) => {
      if (item === 2) throw new Error('two')
      return item
    })) {
      seen.push(result)
    }
  }
  await expect(run()).rejects.toThrow('two')
  expect(seen).toEqual([1])
})
