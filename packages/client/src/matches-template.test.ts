import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesTemplate } from './matches-template.ts'

const cases: readonly (readonly [string, string, boolean])[] = [
  ['Exact.', 'Exact.', true],
  ['Exact.', 'Exact', false],
  ['The minimum is <amount> EUR.', 'The minimum is 10.5 EUR.', true],
  ['The minimum is <amount> EUR.', 'The minimum is  EUR.', false],
  ['At least <span> {minutes/days}.', 'At least 5 minutes.', true],
  ['Between <currency.iso> and <payment_currency.iso>.', 'Between EUR and BTC.', true],
  ['<a>', '', false],
  ['<a>', 'x', true],
  ['<a>b<c>', 'abbc', true],
  ['<a>b<c>', 'bbb', true],
  ['<a>b<c>', 'ab', false],
]

test.each(cases)('%j against %j is %j', (template, text, matches) => {
  expect(matchesTemplate(template, text)).toBe(matches)
})

test('any filling of the holes matches', () => {
  const filling = fc.string({ minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(filling, filling, (a, b) => matchesTemplate('From <a> to <b>!', `From ${a} to ${b}!`)),
    { numRuns: 500 },
  )
})
