import { expect, test } from 'vitest'
import { tillPact } from '../__fixtures__/till-pact.ts'
import { readPact } from './pact-document.ts'

test('a pact is read as it stands', () => {
  const text = JSON.stringify(tillPact())
  expect(JSON.stringify(readPact(text, 'pact.json'))).toHaveLength(text.length)
})

test.each([
  ['{', 'pact.json is no JSON: give a pact file, such as a consumer suite writes.'],
  ['[]', /^pact\.json is no pact of version 4: \//],
  ['{"consumer":{"name":"a"},"provider":{"name":"b"},"interactions":[{}]}', /\/interactions\/0\/description/],
])('%s is refused in a sentence', (text, message) => {
  expect(() => readPact(text, 'pact.json')).toThrow(message)
})
