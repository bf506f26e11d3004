import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundestBetween } from './roundest-between.ts'

const between = (one: string, other: string, step: string): string | undefined =>
  roundestBetween(new Big(one), new Big(other), new Big(step))?.toFixed()

test.each([
  ['10', '30', '0.01', '20'],
  ['30', '10', '1', '20'],
  ['100', '1000000000000000', '0.01', '300000000'],
  ['2', '30', '1', '10'],
  ['12.5', '12.52', '0.01', '12.51'],
  ['12.5', '12.51', '0.01', undefined],
])('between %s and %s in steps of %s lies %s', (one, other, step, found) => {
  expect(between(one, other, step)).toBe(found)
})

test('what is found is a step from both ends at least, and halving ends soon', () => {
  const whole = fc.integer({ min: 1, max: 2 ** 40 })
  fc.assert(
    fc.property(whole, whole, whole, (first, second, limit) => {
      let [low, high] = [new Big(Math.min(first, second)), new Big(Math.max(first, second) + 1)]
      for (let halvings = 0; ; halvings += 1) {
        const found = roundestBetween(low, high, new Big(1))
        if (found === undefined) break
        expect(found.gt(low) && found.lt(high)).toBe(true)
        if (found.lte(limit)) low = found
        else high = found
        expect(halvings).toBeLessThan(100)
      }
      expect(high.minus(low).eq(1)).toBe(true)
    }),
  )
})
