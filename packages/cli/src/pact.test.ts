import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock, type MockServer, serveMock } from '@assay/mock'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
let server: MockServer | undefined
beforeAll(async () => {
  world = await fixtureWorld()
  writeFileSync(join(world.folder, 'pact.json'), JSON.stringify(pactWith({ id: 'p-1', amount: '12.50' })))
  writeFileSync(join(world.folder, 'wrong.json'), JSON.stringify(pactWith({ id: 7, colour: 'red' })))
  writeFileSync(join(world.folder, 'broken.json'), '{')
})
afterEach(async () => {
  await server?.close()
  server = undefined
})
afterAll(() => world.remove())

/** A pact of one interaction, as another tool might have written it. */
function pactWith(answer: unknown): unknown {
  const json = (content: unknown) => ({ content, contentType: 'application/json', encoded: false })
  const headers = { 'Content-Type': ['application/json'] }
  const body = json({ amount: '12.50', currency: 'EUR', order: 'A-1' })
  return {
    consumer: { name: 'a-shop' },
    provider: { name: 'tollgate' },
    interactions: [
      {
        type: 'Synchronous/HTTP',
        description: 'a payment',
        request: { method: 'POST', path: '/payments', headers, body },
        response: {
          status: 201,
          headers,
          body: json(answer),
          matchingRules: { body: { '$.id': { combine: 'AND', matchers: [{ match: 'type' }] } } },
        },
      },
    ],
    metadata: { pactSpecification: { version: '4.0' } },
  }
}

const steady = (text: string) =>
  text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010').replaceAll(/\d+\.\d s/g, '0.0 s')

test('a pact of another tool is verified at the built-in mock, in the line of a certification', async () => {
  const { code, stdout, stderr } = await world.assay('pact verify tollgate --pact pact.json')
  expect(steady(stderr + stdout)).toMatchInlineSnapshot(`
    "Verifying the pact of tollgate at http://127.0.0.1:4010/v1 (built-in mock)
    tollgate: 1 cases planned
    tollgate: 1/1 cases, 1 requests
    tollgate                   conforms  rules 0 pass, 0 fail, 18 not tested · 1 cases · 1 requests · 0.0 s
                accepts
      cases           1
      requests        1
    "
  `)
  expect(code).toBe(0)
})

test('an answer that the pact does not take is a finding', async () => {
  const { code, stdout } = await world.assay('pact verify tollgate --pact wrong.json --report json')
  const report = JSON.parse(stdout)
  expect([code, report.verdict, report.level, report.summary.fail]).toEqual([1, 'findings', 'pact', 1])
})

test('at a base URL the credentials come from the environment', async () => {
  const contract = loadContract(readFileSync(join(world.folder, 'specs/tollgate/contract.json'), 'utf8'))
  server = await serveMock(createMock(contract, { credentials: { key: 'toll-key', secret: 'toll-secret' } }))
  const line = `pact verify tollgate --pact pact.json --base-url ${server.url('tollgate')}`
  expect(await world.assay(line)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('ASSAY_TOLLGATE_KEY is not set'),
  })
  const environment = { ASSAY_TOLLGATE_KEY: 'toll-key', ASSAY_TOLLGATE_SECRET: 'toll-secret' }
  expect(await world.assay(line, { environment })).toMatchObject({ code: 0 })
  const wrong = { ...environment, ASSAY_TOLLGATE_SECRET: 'another' }
  expect(await world.assay(line, { environment: wrong })).toMatchObject({ code: 3 })
})

test('a pact that asks for what the contract does not promise is told with both places', async () => {
  const { code, stdout } = await world.assay('pact compare tollgate --pact wrong.json')
  expect(stdout).toMatchInlineSnapshot(`
    "tollgate  does not fit: 2 places in the pact's 1 interactions
      Response body is incompatible with the response body schema in the spec file: must NOT have additional properties - colour
        interaction  a payment
        pact         interactions[0].response.body
        contract     paths./payments.post.responses.201.content.application/json.schema.additionalProperties
      Response body is incompatible with the response body schema in the spec file: must be string
        interaction  a payment
        pact         interactions[0].response.body.id
        contract     paths./payments.post.responses.201.content.application/json.schema.properties.id.type
    "
  `)
  expect(code).toBe(1)
  expect(await world.assay('pact compare tollgate --pact pact.json')).toMatchObject({ code: 0 })
})

test.each([
  ['pact verify', 'No pact of tollgate is recorded here: run `npx -y pnpm@10 pacts`, or give --pact.'],
  ['pact compare --pact none.json', /^There is no pact at .*none\.json\.$/],
  ['pact compare --pact broken.json', /broken\.json is no JSON: give a pact file, such as a consumer suite writes\.$/],
  [
    'pact verify --pact pact.json --set /amount=1',
    'The pact of tollgate says itself what stands at /amount: it takes no value of the account.',
  ],
  ['pact verify --pact pact.json --rate fast', '--rate takes requests a second, such as 5/s, not "fast".'],
  ['pact verify --pact pact.json --base-url nowhere', /^The base URL "nowhere" is no absolute http or https URL/],
  ['pact verify --pact pact.json --base-url https://api.tollgate.example/v1', /add --production if that is meant\.$/],
  ['pact verfy', /^Unknown command 'verfy'\. Did you mean verify\?/],
] as const)('%s is wrong use, told in a sentence', async (line, sentence) => {
  const { code, stdout, stderr } = await world.assay(line)
  expect([code, stdout, stderr.trim()]).toEqual([
    2,
    '',
    typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
  ])
})
