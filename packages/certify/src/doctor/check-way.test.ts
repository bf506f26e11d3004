import { afterEach, expect, test } from 'vitest'
import { brief, causes, closeServed, examined, named, served } from '../__fixtures__/examined.ts'
import { scriptedServer } from '../__fixtures__/scripted-server.ts'

afterEach(closeServed)

test('names a proxy in between by what it says of itself', async () => {
  const { baseUrl } = await served(undefined, () => ({ status: 407, body: {} }))
  expect(named(await examined({ baseUrl }))).toEqual(['proxy-in-between'])
  const via = await served(undefined, () => ({
    status: 422,
    body: { error: 'The amount is missing.' },
    headers: { Via: '1.1 squid' },
  }))
  expect(brief(await examined({ baseUrl: via.baseUrl }))).toContain('connection doubt proxy-in-between')
})

test('offers a proxy in between where a page comes instead of JSON', async () => {
  const server = await scriptedServer((_request, _body, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Please log in</html>')
  })
  const steps = await examined({ baseUrl: server.baseUrl })
  await server.close()
  expect(causes(steps)).toEqual(['proxy-in-between', 'path-missing'])
})

test.each([
  ['http://till.invalid', 'name fault'],
  ['http://127.0.0.1:1', 'connection fault'],
])('says where nobody is: %s', async (baseUrl, last) => {
  expect(brief(await examined({ baseUrl })).at(-1)).toBe(last)
})
