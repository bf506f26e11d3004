import { describe, expect, it } from 'vitest'
import { anchored, isAnchored, variableQuantifiers, withCounts } from './pattern-quantifiers.ts'

describe('variableQuantifiers', () => {
  it.each([
    ['^a{3}$', []],
    ['^a{1,3}b+?$', ['{1,3} 1..3', '+? 1..Infinity']],
    ['^(a?b)*$', ['? 0..1', '* 0..Infinity']],
    ['^[+*?]\\+\\{1,2\\}$', []],
    ['(', []],
  ])('finds those of %s', (source, expected) => {
    const found = variableQuantifiers(source).map(
      ({ start, end, least, most }) => `${source.slice(start, end)} ${least}..${most}`,
    )
    expect(found).toEqual(expected)
  })
})

describe('withCounts', () => {
  it('fixes each quantifier, also those within others', () => {
    const source = '^(a?b)*c{2,}$'
    expect(withCounts(source, variableQuantifiers(source), ({ least }) => least + 1)).toBe('^(a{1}b){1}c{3}$')
  })
})

describe('isAnchored', () => {
  it.each([
    ['^a$', true],
    ['^a$|^b$', true],
    ['^a|b$', false],
    ['^a\\$', false],
    ['^(?:a|b)$', true],
    ['a$', false],
    ['', false],
    ['(', false],
  ])('of %s is %s', (source, expected) => {
    expect(isAnchored(source)).toBe(expected)
  })
})

describe('anchored', () => {
  it.each(['a', '^a', 'a$', '^a$', '^a|b$'])('makes %s a pattern of whole texts that it finds itself in', (source) => {
    const whole = anchored(source, '{0,8}')
    expect(isAnchored(whole)).toBe(true)
    expect(new RegExp(whole, 'u').test('a')).toBe(true)
  })
})
