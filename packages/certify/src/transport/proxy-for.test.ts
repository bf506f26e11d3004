import { expect, test } from 'vitest'
import { targetOf } from '../target.ts'
import { proxyFor } from './proxy-for.ts'

const proxies = { HTTPS_PROXY: 'http://secure.example:1', HTTP_PROXY: 'http://plain.example:2' }

test.each([
  ['https://till.example', {}, undefined],
  ['https://till.example', proxies, 'http://secure.example:1/'],
  ['http://till.example', proxies, 'http://plain.example:2/'],
  ['https://till.example', { ...proxies, https_proxy: 'http://lower.example:3' }, 'http://lower.example:3/'],
  ['https://till.example', { HTTPS_PROXY: 'bare.example:8080' }, 'http://bare.example:8080/'],
  ['https://till.example', { HTTPS_PROXY: ' ' }, undefined],
  ['https://127.0.0.1:9', proxies, undefined],
  ['http://localhost', proxies, undefined],
  ['http://[::1]:9', proxies, undefined],
  ['https://till.example', { ...proxies, NO_PROXY: '*' }, false],
  ['https://till.example', { ...proxies, NO_PROXY: 'other.example,till.example' }, false],
  ['https://api.till.example', { ...proxies, no_proxy: 'till.example' }, false],
  ['https://api.till.example', { ...proxies, NO_PROXY: '*.till.example' }, false],
  ['https://till.example', { ...proxies, NO_PROXY: 'ill.example' }, 'http://secure.example:1/'],
  ['https://till.example:8443', { ...proxies, NO_PROXY: 'till.example:8443' }, false],
  ['https://till.example', { ...proxies, NO_PROXY: 'till.example:8443' }, 'http://secure.example:1/'],
])('leads %s with %j to %s', (url, environment, proxy) => {
  expect(proxyFor(targetOf(url), environment)).toBe(proxy)
})
