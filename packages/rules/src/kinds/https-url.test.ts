import { expect, test } from 'vitest'
import { judged } from '../__fixtures__/judged.ts'

test.each([
  ['https://example.com', true],
  ['https://shop.example.com:8443/path?q=1#top', true],
  ['https://xn--bcher-kva.example/', true],
  [5, true],
  ['http://example.com', false],
  ['https://203.0.113.7/', false],
  ['https://[2001:db8::7]/', false],
  ['https://', false],
  ['https://exa mple.com', false],
  ['example.com', false],
  ['', false],
])('%j', (url, keeps) => {
  expect(judged('https-url', '/url', {}, { url }) === 'kept').toBe(keeps)
})
