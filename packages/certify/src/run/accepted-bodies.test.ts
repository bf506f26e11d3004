import { expect, test } from 'vitest'
import { acceptedBodies } from './accepted-bodies.ts'

test('the accepted body with the fewest differences is the nearest, of another case and the same operation', () => {
  const bodies = acceptedBodies()
  bodies.add('far', 'pay', { amount: '1', note: 'a', extra: { code: 'x' } })
  bodies.add('near', 'pay', { amount: '1', note: 'b' })
  bodies.add('same', 'pay', { amount: '1', note: 'c' })
  bodies.add('other', 'refund', { amount: '1', note: 'c' })
  expect(bodies.nearest('same', 'pay', { amount: '1', note: 'c' })).toEqual({
    case: 'near',
    body: '{"amount":"1","note":"b"}',
  })
  expect(bodies.nearest('x', 'unknown', {})).toBeUndefined()
})

test('a member too many is farther than another value', () => {
  const bodies = acceptedBodies()
  bodies.add('more', 'pay', { amount: '1', note: 'a', reference: 'r' })
  bodies.add('other', 'pay', { amount: '2', note: 'a' })
  expect(bodies.nearest('x', 'pay', { amount: '1', note: 'a' })?.case).toBe('other')
})

test('few bodies are kept, and none that is long', () => {
  const bodies = acceptedBodies()
  bodies.add('long', 'pay', { note: 'x'.repeat(5_000) })
  for (let number = 0; number < 100; number += 1) bodies.add(`${number}`, 'pay', { number })
  expect(bodies.nearest('x', 'pay', { number: 59 })?.body).toBe('{"number":59}')
  expect(bodies.nearest('x', 'pay', { number: 60 })?.body).toBe('{"number":0}')
})
