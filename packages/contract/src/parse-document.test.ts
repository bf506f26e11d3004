import { expect, test } from 'vitest'
import { ContractError } from './contract-error.ts'
import { JsonNumber } from './json.ts'
import { parseDocument } from './parse-document.ts'

const levels = 10_000
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat(
    [...'bcdefghij'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join(', ')}]`),
  )
  .join('\n')

test.each([
  ['broken YAML', 'a: [1, 2\nb: 3', /^f\.yaml:2:1: This is not valid YAML or JSON: /],
  ['broken JSON', '{"a": 1,\n "b" 2}', /^f\.yaml:2:\d+: This is not valid YAML or JSON: /],
  ['a tab as indentation', 'a:\n\tb: 1', /^f\.yaml:2:1: /],
  ['an empty file', '', /^f\.yaml:1:1: The file is empty\.$/],
  ['a file of comments', '# nothing\n', /^f\.yaml:1:1: The file is empty\.$/],
  ['two documents', 'a: 1\n---\nb: 2\n', /^f\.yaml:2:1: The file holds several documents/],
  ['a duplicate key', 'a: 1\nb:\n  c: 1\n  c: 2', /^f\.yaml:4:3: The key "c" stands here twice\.$/],
  ['a duplicate key in JSON', '{"a": 1,\n"a": 2}', /^f\.yaml:2:1: The key "a" stands here twice\.$/],
  ['a key that is a list', '? [a]\n: 1', /^f\.yaml:1:3: A key must be text\.$/],
  ['a prototype', 'a:\n  __proto__: { b: 1 }', /^f\.yaml:2:3: "__proto__" may not be used as a key\.$/],
  ['a tag of its own', 'a: !thing 1', /^f\.yaml:1:4: This is not valid YAML or JSON: Unresolved tag: !thing\.$/],
  ['a number that JSON lacks', 'a: .inf', /^f\.yaml:1:4: \.inf is not a JSON number\.$/],
  ['an alias of nothing', 'a: *b', /^f\.yaml:1:4: (?:The alias \*b has no anchor|This is not valid YAML)/],
  ['an alias of itself', 'a: &a [*a]', /^f\.yaml:1:8: The alias \*a stands inside what it names\.$/],
  ['an alias bomb', bomb, /^f\.yaml:1:\d+: The aliases stand for more than 50000 values/],
  [
    'deep lists',
    '['.repeat(levels) + ']'.repeat(levels),
    /^f\.yaml:1:202: The document is nested more than 200 levels deep/,
  ],
  ['deep objects', '{"a":'.repeat(levels) + 1 + '}'.repeat(levels), /nested more than 200 levels deep/],
  ['deep lists in lines', `${'- '.repeat(levels)}x`, /nested more than 200 levels deep/],
  ['deep keys', `${'? '.repeat(levels)}x`, /nested more than 200 levels deep/],
])('%s is refused with its place', (_, text, message) => {
  expect(() => parseDocument(text, 'f.yaml')).toThrow(ContractError)
  expect(() => parseDocument(text, 'f.yaml')).toThrow(message)
})

test('an alias bomb is refused within 200 ms', () => {
  expect(() => parseDocument(bomb, 'f.yaml')).toThrow()
  const before = process.cpuUsage()
  expect(() => parseDocument(bomb, 'f.yaml')).toThrow('The aliases stand for')
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(200)
})

test('aliases and merge keys are followed, each use a copy of its own', () => {
  const text = 'a: &a { b: [1] }\nc: *a\nd:\n  <<: *a\n  e: 2\n'
  const { value } = parseDocument(text, 'f.yaml')
  expect(value).toEqual({ a: { b: [1] }, c: { b: [1] }, d: { b: [1], e: 2 } })
  const { a, c } = value as { a: object; c: object }
  expect(a).not.toBe(c)
})

test('keys are the text they are written as', () => {
  expect(parseDocument('200: a\n1.0: b\ntrue: c\nconstructor: d', 'f').value).toEqual({
    '200': 'a',
    '1.0': 'b',
    true: 'c',
    constructor: 'd',
  })
})

test('numbers that a double cannot hold keep their digits', () => {
  const { value } = parseDocument('[1.50, 1e3, 0x10, 0.1234567890123456789]', 'f')
  expect(value).toEqual([1.5, 1000, 16, new JsonNumber('0.1234567890123456789')])
})

test('JSON indented with tabs is read', () => {
  expect(parseDocument('{\n\t"a": {\n\t\t"b": "\\u00fc"\n\t}\n}', 'f.json').value).toEqual({ a: { b: 'ü' } })
})

test.each([
  ['', 1, 1],
  ['/a', 1, 1],
  ['/a/b', 2, 3],
  ['/a/b/1', 4, 7],
  ['/c/b', 2, 3],
  ['/a/b/7', 2, 3],
  ['/a/nothing/at/all', 1, 1],
])('the place of %s is told', (pointer, line, column) => {
  const document = parseDocument('a: &a\n  b:\n    - 1\n    - 2\nc: *a\n', 'f.yaml')
  expect(document.place(pointer)).toEqual({ line, column })
})
