import { expect, test } from 'vitest'
import { mapMembers } from './map-members.ts'

test('each member is changed, in the order they stand in', () => {
  expect(Object.entries(mapMembers({ b: 1, a: 2 }, String))).toEqual([
    ['b', '1'],
    ['a', '2'],
  ])
})

test('a member named __proto__ is a member', () => {
  const copy = mapMembers(
    JSON.parse('{"__proto__":{"polluted":true}}') as { [name: string]: unknown },
    (value) => value,
  )
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":true}}')
  expect('polluted' in copy).toBe(false)
})
