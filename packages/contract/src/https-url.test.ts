import { expect, test } from 'vitest'
import { isHttpsUrl } from './https-url.ts'

test.each([
  'https://acme.example',
  'https://shop.acme.example:8443/path?x=1#y',
  'HTTPS://ACME.EXAMPLE/',
  'https://xn--mnchen-3ya.example/',
  'https://münchen.example/',
])('%s is one', (text) => {
  expect(isHttpsUrl(text)).toBe(true)
})

test.each([
  '',
  'acme.example',
  'http://acme.example',
  'ftp://acme.example',
  'https://localhost/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://[::1]/',
  'https://user@acme.example/',
  'https://acme.example/a b',
  'https:acme.example',
  'https:///acme.example',
  ' https://acme.example',
])('%s is none', (text) => {
  expect(isHttpsUrl(text)).toBe(false)
})
