import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchPage } from './fetch-page.ts'
import { isSameSite } from './same-site.ts'

let server: Server
let base: string
beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '/' } = request
    if (url === '/page.md') response.writeHead(200, { 'content-type': 'text/markdown' }).end('# A page')
    else if (url === '/moved') response.writeHead(302, { location: '/page.md' }).end()
    else if (url === '/away') response.writeHead(302, { location: 'http://example.com/page.md' }).end()
    else if (url === '/neighbour') response.writeHead(302, { location: 'http://127.0.0.1:1/page.md' }).end()
    else if (url === '/round') response.writeHead(302, { location: '/round' }).end()
    else if (url === '/nowhere') response.writeHead(302).end()
    else if (url === '/image') response.writeHead(200, { 'content-type': 'image/png' }).end('x')
    else if (url === '/latin1') response.writeHead(200, { 'content-type': 'text/plain' }).end(Buffer.from([0xe4, 0x6b]))
    else if (url === '/slow') response.writeHead(200, { 'content-type': 'text/plain' }).write('one drop')
    else if (url === '/silent') return
    else if (url === '/broken')
      response.writeHead(200, { 'content-length': '100' }).end('short', () => response.destroy())
    else if (url === '/huge') {
      response.writeHead(200, { 'content-type': 'text/plain' })
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('reads a page, and follows a redirect on the same site', async () => {
  expect(await fetchPage(`${base}/page.md`)).toBe('# A page')
  expect(await fetchPage(`${base}/moved`)).toBe('# A page')
})

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['a redirect to another site', '/away', /redirects to another site, http:\/\/example\.com/],
  ['a redirect to another port of this machine', '/neighbour', /redirects to another site, http:\/\/127\.0\.0\.1:1/],
  ['a redirect to itself', '/round', /redirects more than 5 times/],
  ['a redirect to nowhere', '/nowhere', /redirects to nowhere/],
  ['a page that is not there', '/gone', /answers with the status 404/],
  ['a picture', '/image', /no page of text but image\/png/],
  ['bytes that are no UTF-8', '/latin1', /is not UTF-8 text/],
  ['a page that never ends', '/huge', /has more than 300000 bytes/],
  ['a page that drips', '/slow', /did not answer in full within 0\.5 s/],
  ['a server that says nothing', '/silent', /did not answer in full within 0\.5 s/],
  ['a page that breaks off', '/broken', /cannot be reached|did not answer/],
]

test.each(refused)('refuses %s', async (_, path, message) => {
  await expect(fetchPage(base + path, { timeout: 500, limit: 300_000 })).rejects.toThrow(message)
})

test('refuses what is no address of a page', async () => {
  await expect(fetchPage('http://example.com/page')).rejects.toThrow(
    'http://example.com/page is not read: pages are fetched over https alone',
  )
  await expect(fetchPage('file:///etc/passwd')).rejects.toThrow('is not read')
  await expect(fetchPage('no address')).rejects.toThrow('"no address" is no URL.')
  await expect(fetchPage('http://127.0.0.1:1/page')).rejects.toThrow('http://127.0.0.1:1/page cannot be reached: ')
})

test('ends at once when the user interrupts', async () => {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 50)
  await expect(fetchPage(`${base}/silent`, { signal: controller.signal })).rejects.toThrow('interrupted')
})

test.each([
  ['https://docs.example.com/a', 'https://docs.example.com/b', true],
  ['https://example.com', 'https://docs.example.com', true],
  ['https://docs.example.com', 'https://example.com', true],
  ['http://example.com', 'https://example.com', true],
  ['https://example.com', 'http://example.com', false],
  ['https://example.com', 'https://example.org', false],
  ['https://one.example.com', 'https://two.example.com', false],
  ['https://example.com', 'https://evilexample.com', false],
  ['https://example.com', 'https://example.com:8443', false],
  ['https://docs.com', 'https://com', false],
  ['https://1.2.3.4', 'https://3.4', false],
])('from %s to %s is the same site: %s', (from, to, same) => {
  expect(isSameSite(new URL(from), new URL(to))).toBe(same)
})
