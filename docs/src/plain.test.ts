import { expect, test } from 'vitest'
import { plain } from './plain.ts'

test.each([
  ['the amount of <currency>', 'the amount of &lt;currency&gt;'],
  ['{{ constructor }}', '&#123;&#123; constructor &#125;&#125;'],
  ['a | b', 'a &#124; b'],
  ['life_time_duration', 'life&#95;time&#95;duration'],
  ['two\n  lines', 'two lines'],
])('%j is %j', (text, shown) => {
  expect(plain(text)).toBe(shown)
})
