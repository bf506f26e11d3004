import { expect, test } from 'vitest'
import { nestsTooDeeply } from './nests-too-deeply.ts'
import { readBody } from './receive-request.ts'

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`

test.each([
  ['as deep as may be', nested(200), false],
  ['one level deeper', nested(201), true],
  ['deep objects', `${'{"a":'.repeat(201)}1${'}'.repeat(201)}`, true],
  ['many side by side', `[${'[],'.repeat(300)}1]`, false],
  ['brackets in a string', `["${'['.repeat(300)}"]`, false],
  ['brackets in a string after an escaped quote', `["\\"${'['.repeat(300)}"]`, false],
  ['deep after a string', `["\\\\",${nested(200)}]`, true],
])('%s', (_way, text, expected) => {
  expect(nestsTooDeeply(text)).toBe(expected)
  expect(readBody(new TextEncoder().encode(text)) === undefined).toBe(expected)
})
