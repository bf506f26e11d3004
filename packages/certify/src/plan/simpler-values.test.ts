import { expect, test } from 'vitest'
import { simplerValues } from './simpler-values.ts'

test.each([
  ['  ab ', ['', 'a', '  a', 'b ', ' ab ', '  ab', 'aaaaa']],
  ['a', ['']],
  ['', []],
  [250, [0, 1, 10, 100]],
  [-5, [0, 1]],
  [0, []],
  [
    [1, 2],
    [[], [1]],
  ],
  [[], []],
  [true, []],
])('%j has the simpler values %j', (value, simpler) => {
  expect(simplerValues(value)).toEqual(simpler)
})
