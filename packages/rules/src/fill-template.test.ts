import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillTemplate } from './fill-template.ts'
import { readTemplate, templatePattern } from './read-template.ts'

test('holes of both styles are filled, unknown ones stay', () => {
  expect(fillTemplate('At least <span> {minutes/days}.', { span: '5', 'minutes/days': 'days' })).toBe(
    'At least 5 days.',
  )
  expect(fillTemplate('At least <span> {minutes/days}.')).toBe('At least <span> minutes.')
  expect(fillTemplate('1 < 2 {kept}')).toBe('1 < 2 {kept}')
})

test('what was filled in is read back', () => {
  const text = 'Between <currency.iso> and <pay.iso> at most <decimal-places> {minutes/days} (always).'
  const word = fc.stringMatching(/^[A-Za-z0-9.]{1,8}$/)
  const holes = fc.record({
    'currency.iso': word,
    'pay.iso': word,
    'decimal-places': word,
    'minutes/days': fc.constantFrom('minute', 'days'),
  })
  fc.assert(
    fc.property(holes, (values) => {
      expect(readTemplate(text, fillTemplate(text, values))).toEqual(values)
    }),
  )
})

test('a pattern has named groups and matches the whole text', () => {
  const pattern = templatePattern('The minimum amount is <amount> EUR.')
  expect(pattern.exec('The minimum amount is 5 EUR.')?.groups).toEqual({ amount: '5' })
  expect(pattern.test('The minimum amount is 5 EUR. Or so.')).toBe(false)
  expect(pattern.test('The minimum amount is 5 EURx')).toBe(false)
})
