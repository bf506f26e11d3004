import { expect, test } from 'vitest'
import { parseReference } from './reference.ts'

test.each([
  ['#', { pointer: '' }],
  ['#/components/schemas/A', { pointer: '/components/schemas/A' }],
  ['#/paths/~1a~1%7Bid%7D', { pointer: '/paths/~1a~1{id}' }],
  ['schemas/a.yaml', { path: 'schemas/a.yaml', pointer: '' }],
  ['./a%20b.json#/x', { path: './a b.json', pointer: '/x' }],
  ['../a.yml#/x', { path: '../a.yml', pointer: '/x' }],
])('%s is read', (text, expected) => {
  expect(parseReference(text)).toEqual(expected)
})

test.each([
  'http://a/b.yaml',
  'HTTPS://a',
  'file:///etc/passwd',
  '//a/b.yaml',
  '\\\\a\\b.yaml',
  'c:/a.yaml',
  'data:,x',
  'urn:x',
])('%s leads out', (text) => {
  expect(parseReference(text)).toMatch(/leads out of the folder: nothing is fetched/)
})

test.each([
  ['/etc/passwd.yaml', 'is an absolute path'],
  ['%2fetc%2fpasswd.yaml', 'is an absolute path'],
  ['.env', 'names no YAML or JSON file'],
  ['a.yaml?x', 'is no plain relative path'],
  ['a\\b.yaml', 'is no plain relative path'],
  ['a.yaml%00.json', 'is no plain relative path'],
  ['%zz.yaml', 'has a broken percent-encoding'],
  ['#anchor', 'is no JSON Pointer'],
])('%s is refused: it %s', (text, reason) => {
  expect(parseReference(text)).toContain(reason)
})
