import { expect, test } from 'vitest'
import { startingLine } from './starting-line.ts'

test('nobody starts before the last has arrived', async () => {
  const line = startingLine(3)
  const started: number[] = []
  const arrive = async (who: number): Promise<void> => {
    await line.arrive()
    started.push(who)
  }
  const first = [arrive(1), arrive(2)]
  await new Promise((resolve) => setImmediate(resolve))
  expect(started).toEqual([])
  await Promise.all([...first, arrive(3)])
  expect(started).toEqual([1, 2, 3])
})
