import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { brokerEnvironment, brokerOf, withoutCredentials } from './broker.ts'
import { askBroker, linkOf } from './broker-request.ts'

const named = { PACT_BROKER_BASE_URL: 'https://broker.example/pact/' }

test('a broker is named by the environment, a token before a name', () => {
  expect(brokerOf(named)).toEqual({ baseUrl: 'https://broker.example/pact' })
  const both = { ...named, PACT_BROKER_TOKEN: 't', PACT_BROKER_USERNAME: 'u', PACT_BROKER_PASSWORD: 'p' }
  expect(brokerOf(both)).toEqual({ baseUrl: 'https://broker.example/pact', token: 't' })
  const basic = brokerOf({ ...both, PACT_BROKER_TOKEN: '' })
  expect(basic).toEqual({ baseUrl: 'https://broker.example/pact', basic: { username: 'u', password: 'p' } })
  expect(brokerEnvironment(basic)).toEqual({
    PACT_BROKER_BASE_URL: 'https://broker.example/pact',
    PACT_DO_NOT_TRACK: '1',
    PACT_BROKER_USERNAME: 'u',
    PACT_BROKER_PASSWORD: 'p',
  })
})

test('credentials are struck out in each form in which they travel', () => {
  const basic = { username: 'user', password: 'pass-word' }
  const said = `Basic ${Buffer.from('user:pass-word').toString('base64')} pass-word`
  expect(withoutCredentials(said, { baseUrl: '', basic })).toBe('Basic [struck out] [struck out]')
  expect(withoutCredentials('Bearer the-token', { baseUrl: '', token: 'the-token' })).toBe('Bearer [struck out]')
})

test('a link is followed with its template filled, to the broker alone', async () => {
  const resource = { _links: { 'pb:x': { href: 'https://other.example/{provider}/{branch}' } } }
  const url = linkOf(resource, 'pb:x', { provider: 'a b', branch: 'work/one' })
  expect(url).toBe('https://other.example/a%20b/work%2Fone')
  expect(() => linkOf(resource, 'pb:y')).toThrow('The broker has no link pb:y: is it a Pact Broker?')
  await expect(askBroker({ baseUrl: 'https://broker.example' }, 'GET', url)).rejects.toThrow(
    'The broker links to another server, https://other.example, which is not asked.',
  )
})

test.each([
  [200, 'no json', 'PactError', 'The broker answered GET /x with no JSON: check its URL.'],
  [409, 'the-token is taken', 'PactError', 'The broker refused GET /x with 409: [struck out] is taken'],
  [401, 'the-token', 'BrokerError', 'refuses the credentials: check PACT_BROKER_TOKEN.'],
  [302, '', 'BrokerError', 'cannot be asked: '],
])('an answer %i is told without credentials', async (status, text, name, says) => {
  const server = createServer((_, response) => {
    response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const error = await askBroker({ baseUrl, token: 'the-token' }, 'GET', `${baseUrl}/x`).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ name, message: expect.stringContaining(says) })
  server.closeAllConnections()
  server.close()
})
