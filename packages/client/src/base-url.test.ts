import { expect, test } from 'vitest'
import { baseUrlFor } from './base-url.ts'

test('a given base URL replaces the documented server and loses its trailing slashes', () => {
  expect(baseUrlFor('acme', 'https://a.example/v1', undefined)).toBe('https://a.example/v1')
  expect(baseUrlFor('acme', 'https://a.example/v1', 'http://127.0.0.1:4010/acme//')).toBe('http://127.0.0.1:4010/acme')
  expect(baseUrlFor('acme', undefined, 'https://b.example')).toBe('https://b.example')
})

test.each(['', 'a.example', 'ftp://a.example', '/v1'])('%j is no base URL', (text) => {
  expect(() => baseUrlFor('acme', undefined, text)).toThrow('no absolute http or https URL')
})

test.each(['https://u:pass@a.example', 'https://a.example/?q=1', 'https://a.example/#f'])('%j has too much', (text) => {
  expect(() => baseUrlFor('acme', undefined, text)).toThrow('give origin and path alone')
  expect(() => baseUrlFor('acme', undefined, text)).not.toThrow('pass')
})
