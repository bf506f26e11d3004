import { expect, test } from 'vitest'
import { listedInPattern } from './listed-in-pattern.ts'

test.each([
  ['^(ar|bg|zh)([-_][A-Z]{2})?$', ['ar', 'bg', 'zh']],
  ['^(?:one|two)$', ['one', 'two']],
  ['^(19|200)\\d', []],
  ['^(19|20)\\d\\d$', []],
  ['^(one)$', []],
  ['^\\d+(\\.\\d+)?$', []],
  ['(one|two)', []],
])('%s lists %j', (pattern, words) => {
  expect(listedInPattern(pattern)).toEqual(words)
})
