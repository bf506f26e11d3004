import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternLengths } from './pattern-lengths.ts'

const endless = Number.POSITIVE_INFINITY

describe('patternLengths', () => {
  it.each([
    ['^$', 0, 0],
    ['^abc$', 3, 3],
    ['^[a-z]{1,64}$', 1, 64],
    ['^\\d+(\\.\\d+)?$', 1, endless],
    ['^(USD|EUR|USDT)$', 3, 4],
    ['^a$|^bcd$', 1, 3],
    ['^(?:ab?){2,3}$', 2, 6],
    ['^.{0}x*?$', 0, endless],
    ['^(?=.{5}$)a+$', 1, endless],
    ['^(a)\\1$', 1, endless],
    ['^\\u{1F600}{2}$', 2, 2],
    ['^[{}]\\{$', 2, 2],
    // Nothing says where such a text ends.
    ['abc', 3, endless],
    ['^abc', 3, endless],
    ['^abc|d$', 1, endless],
    ['^abc\\$', 4, endless],
    // No regular expression.
    ['(', 0, endless],
  ])('reads %s as %d to %d characters', (source, least, most) => {
    expect(patternLengths(source)).toEqual({ least, most })
  })

  it('tells lengths that hold for every text of a pattern', () => {
    const part = fc.constantFrom('a', '[0-9]', 'b{2,4}', '(c|de)', 'f?', '(?:gh){1,2}', '\\w{3}', 'i*')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.integer(), (parts, seed) => {
        const source = `^${parts.join('')}$`
        const { least, most } = patternLengths(source)
        for (const text of fc.sample(fc.stringMatching(new RegExp(source, 'u')), { seed, numRuns: 5 })) {
          expect(text.length).toBeGreaterThanOrEqual(least)
          expect(text.length).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns: 40 },
    )
  })
})
