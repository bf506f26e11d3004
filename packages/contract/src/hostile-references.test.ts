import { readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { ContractError } from './contract-error.ts'
import { readContract } from './read-contract.ts'

let hits = 0
const server = createServer((_, response) => {
  hits += 1
  response.end('{"type":"string"}')
})
let base = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

/** Where a document may hold a reference: a template with the reference as a JSON value in the place of REF. */
const places = {
  'a request schema': `paths: { /a: { post: { requestBody: { content: { application/json: { schema: { $ref: REF } } } }, responses: { '200': { description: d } } } } }`,
  'a member': `paths: { /a: { post: { requestBody: { content: { application/json: { schema: { type: object, properties: { a: { $ref: REF } } } } } }, responses: { '200': { description: d } } } } }`,
  'an answer': `paths: { /a: { post: { responses: { '200': { $ref: REF } } } } }`,
  'a parameter': `paths: { /a: { get: { parameters: [{ $ref: REF }], responses: { '200': { description: d } } } } }`,
  'a path': `paths: { /a: { $ref: REF } }`,
  'an example': `paths: { /a: { post: { responses: { '200': { description: d, content: { application/json: { examples: { A: { $ref: REF } } } } } } } } }`,
  'the value of an example': `paths: { /a: { post: { responses: { '200': { description: d, content: { application/json: { examples: { A: { value: { $ref: REF } } } } } } } } } }`,
  'an unused component': `paths: {}\ncomponents: { schemas: { A: { $ref: REF } } }`,
  'an extension': `paths: {}\nx-more: [{ deep: { $ref: REF } }]`,
  'a file of the folder': `paths: {}\ncomponents: { schemas: { A: { $ref: ./inside.yaml } } }`,
}

const targets: readonly (readonly [string, () => string])[] = [
  ['http', () => `http://${base}/a.yaml`],
  ['http in capitals', () => `HTTP://${base}/a.yaml#/x`],
  ['no scheme', () => `//${base}/a.yaml`],
  ['https', () => `https://${base}/a.json`],
  ['a file URL', () => 'file:///etc/hostname.yaml'],
  ['an absolute path', () => '/etc/passwd.yaml'],
  ['the folder above', () => '../outside.yaml'],
  ['the folder above, encoded', () => '%2e%2e/outside.yaml#/type'],
  ['a detour to the folder above', () => './sub/../../outside.yaml'],
  ['a link to the folder above', () => './link.yaml'],
]

const cases = Object.entries(places).flatMap(([place, text]) =>
  targets.map(([name, target]) => [name, place, text, target] as const),
)

test(`${cases.length} documents that refer to ${targets.length} places outside are refused, and nothing is fetched`, async () => {
  hits = 0
  for (const [name, place, text, target] of cases) {
    const reference = JSON.stringify(target())
    const folder = temporaryFolder({
      'outside.yaml': 'type: string\ndescription: seen',
      'api/openapi.yaml': `openapi: 3.1.0\ninfo: { title: T, version: '1' }\n${text.replace('REF', reference)}\n`,
      'api/inside.yaml': `a: { $ref: ${reference} }`,
      'api/sub/x.yaml': '{}',
    })
    symlinkSync('../outside.yaml', `${folder}/api/link.yaml`)
    const error = await readContract(`${folder}/api`, { kinds: [] }).catch((reason: unknown) => reason)
    expect(error, `${name} in ${place}`).toBeInstanceOf(ContractError)
    const [problem] = (error as ContractError).problems
    expect(problem?.message, `${name} in ${place}`).toMatch(/leads out of|absolute path/)
    expect(problem?.file).toMatch(place === 'a file of the folder' ? /inside\.yaml$/ : /openapi\.yaml$/)
    const lines = readFileSync(problem?.file ?? '', 'utf8').split('\n')
    expect(lines[(problem?.line ?? 0) - 1], `${name} in ${place}`).toContain('$ref')
  }
  expect(hits).toBe(0)
})

test('the folder itself may be reached by a link, and files of the folder refer to each other', async () => {
  const folder = temporaryFolder({
    'api/openapi.yaml': `openapi: 3.1.0
info: { title: T, version: '1' }
paths:
  /a: { $ref: paths/a.yaml }
components: { schemas: { Name: { type: string, maxLength: 3 } } }
`,
    'api/paths/a.yaml': `post:
  requestBody: { content: { application/json: { schema: { $ref: '../schemas.json#/Body' } } } }
  responses: { '200': { description: d } }
`,
    'api/schemas.json':
      '{"Body": {"type": "object", "properties": {"name": {"$ref": "openapi.yaml#/components/schemas/Name"}}}}',
  })
  symlinkSync('api', `${folder}/linked`)
  const { operations } = await readContract(`${folder}/linked`, { kinds: [] })
  expect(operations[0]?.request?.schema).toEqual({
    type: 'object',
    properties: { name: { type: 'string', maxLength: 3 } },
  })
  expect(operations[0]?.rules.map(({ evidence }) => evidence[0]?.at.replace(/^.*linked\//, ''))).toEqual([
    'schemas.json#Body/type',
    'components/schemas/Name/type',
    'components/schemas/Name/maxLength',
  ])
})
