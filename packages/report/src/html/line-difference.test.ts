import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineDifference } from './line-difference.ts'

const shown = (one: readonly string[], other: readonly string[]): string =>
  lineDifference(one, other, (line) => line)
    .map(({ kind, text }) => `${kind === 'same' ? ' ' : kind === 'added' ? '+' : '-'}${text}`)
    .join('')

test.each([
  ['abc', 'abc', ' a b c'],
  ['abc', 'axc', ' a-x+b c'],
  ['abc', '', '+a+b+c'],
  ['', 'ab', '-a-b'],
  ['abd', 'abcd', ' a b-c d'],
])('%s beside %s', (one, other, expected) => {
  expect(shown([...one], [...other])).toBe(expected)
})

test('without the added lines it is the other text, without the gone ones it is this one', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const difference = lineDifference(one, other, (line) => line)
      expect(difference.filter(({ kind }) => kind !== 'gone').map(({ text }) => text)).toEqual(one)
      expect(difference.filter(({ kind }) => kind !== 'added').map(({ text }) => text)).toEqual(other)
    }),
  )
})

test('texts of too many lines are not compared', () => {
  const many = Array.from({ length: 500 }, (_, index) => String(index))
  expect(lineDifference(many, [], (line) => line).every(({ kind }) => kind === 'same')).toBe(true)
})
