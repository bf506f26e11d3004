import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageFixture } from '../__fixtures__/page-fixture.ts'
import { PageError } from '../pages/page-error.ts'
import { InitError } from './init-error.ts'
import { initProvider, type NewProvider } from './init-provider.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'assay-init-'))
  mkdirSync(join(root, 'specs'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** A document of our own with what real ones have wrong: an example of another type, "either … or", `format: url`, limits in error texts. */
const specification = `openapi: 3.0.3
info: { title: Acme, version: '1' }
servers: [{ url: 'https://api.acme.example/v1' }]
security: [{ key: [], signature: [] }]
paths:
  /charges:
    post:
      operationId: createCharge
      description: Words of the people of Acme.
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [amount, expires_in, expires_at]
              properties:
                amount: { type: string, description: More words. }
                note: { type: string }
                order_id: { type: string }
                back_url: { type: string, format: url }
                expires_in: { type: integer, description: Give either this or expires_at. }
                expires_at: { type: integer, description: Give either this or expires_in. }
            examples:
              Small: { value: { amount: 5, expires_in: 60 } }
      responses:
        '200':
          description: Made.
          content:
            application/json:
              schema: { type: object, required: [id], properties: { id: { type: string } } }
        '422':
          description: Refused.
          content:
            application/json:
              schema: { type: object, required: [error], properties: { error: { type: string } } }
              examples:
                NoteTooLong: { value: { error: The note must be 80 characters or less. } }
  /charges/{id}:
    get:
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: The charge. } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Acme-Key }
    signature: { type: apiKey, in: header, name: X-Acme-Signature, description: 'HMAC-SHA256 of the body, in hex.' }
`

function init(
  text: string,
  options: { readonly provider?: string; readonly operations?: readonly string[] } = {},
): Promise<NewProvider> {
  const { provider = 'acme', operations = ['createCharge'] } = options
  return initProvider({
    root,
    provider,
    origins: [{ id: 'page', text, place: 'page.yaml' }],
    operations,
    day: '2026-11-21',
  })
}

const refusal = async (made: Promise<NewProvider>): Promise<string> => {
  const error: unknown = await made.then(
    (provider) => provider.discard().then(() => new InitError('It was made.')),
    (thrown: unknown) => thrown,
  )
  if (
    !(
      error instanceof InitError ||
      error instanceof PageError ||
      (error instanceof Error && error.name === 'ContractError')
    )
  )
    throw error
  return (error as Error).message
}

test('makes spec, overlay, contract, client and suite, and proposes what the documents prove', async () => {
  const made = await init(specification)
  await made.keep()
  expect(readdirSync(root).sort()).toEqual(['conformance', 'packages', 'specs'])
  expect(readdirSync(join(root, 'specs/acme')).sort()).toEqual([
    'README.md',
    'contract.json',
    'openapi.yaml',
    'overlay.yaml',
    'sources.yaml',
  ])
  expect(existsSync(join(root, 'packages/clients/acme/src/index.ts'))).toBe(true)
  expect(readdirSync(join(root, 'conformance/acme/src')).sort()).toEqual([
    'certification.test.ts',
    'client.test.ts',
    'payloads.test.ts',
  ])
  expect(made.proposals).toMatchInlineSnapshot(`
    [
      "The header X-Acme-Signature carries HMAC-SHA256 of the body, hex-encoded, beside the key in X-Acme-Key.",
      ""back_url" has the format "url", which JSON Schema does not know; "uri" is meant.",
      ""expires_in" and "expires_at" are both required, and the words of each say that one of them is given; exactly one is read.",
      "The longest "note" stands in an error text only: 80 characters.",
      ""order_id" is the merchant's own reference, by its name.",
      "The example is refused: /amount must be string; what either side allows is accepted.",
    ]
  `)
  const [operation] = made.contract.operations
  expect(operation?.signing?.signature).toEqual({ algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['body'] })
  expect(operation?.rules.find(({ kind, at }) => kind === 'maxLength' && at === '/note')?.answer).toMatchObject({
    status: [422],
    example: 'NoteTooLong',
  })
  expect(readFileSync(join(root, 'specs/acme/overlay.yaml'), 'utf8')).toContain('x-proposed: true')
})

test('copies no words of the documents', async () => {
  const made = await init(specification)
  await made.keep()
  const text = readFileSync(join(root, 'specs/acme/openapi.yaml'), 'utf8')
  expect(text).not.toMatch(/Words of the people|More words|Made\.|Give either/)
  expect(text).toContain('See response/200 of the page page.')
})

test('makes a provider from a page of tables as well', async () => {
  const made = await init(pageFixture('tables-loose.txt'), { operations: [] })
  expect(made.contract.operations.map(({ id }) => id)).toEqual(['openCharge'])
  await made.discard()
  expect(readdirSync(root)).toEqual(['specs'])
})

test('refuses wrong input in one sentence, and leaves nothing behind', async () => {
  mkdirSync(join(root, 'packages/clients/there'), { recursive: true })
  writeFileSync(join(root, 'packages/clients/there/own.txt'), 'mine')
  const form = specification.replaceAll('application/json', 'application/x-www-form-urlencoded')
  const refused = [
    await refusal(init(specification, { provider: 'Acme Pay' })),
    await refusal(init(specification, { provider: '../acme' })),
    await refusal(init(specification, { provider: 'there' })),
    await refusal(init(specification, { operations: [] })),
    await refusal(init(specification, { operations: ['charge'] })),
    await refusal(init(form)),
    await refusal(
      init(specification.replace('{ type: string, format: url }', "{ $ref: 'https://acme.example/a.json' }")),
    ),
    await refusal(
      init(specification.replace('{ type: string, format: url }', "{ $ref: '#/components/schemas/Gone' }")),
    ),
    await refusal(init(specification.replace('openapi: 3.0.3', "swagger: '2.0'"))),
    await refusal(init(specification.replace('paths:', 'paths: ['))),
    await refusal(init('{"openapi":"3.0.0"')),
    await refusal(init('# Weather\n\nIt rains.')),
  ]
  expect(refused).toMatchInlineSnapshot(`
    [
      ""Acme Pay" is no id of a provider: up to 40 lower-case letters, digits and single dashes, a letter first.",
      ""../acme" is no id of a provider: up to 40 lower-case letters, digits and single dashes, a letter first.",
      "packages/clients/there is there already: nothing is overwritten, choose another id or remove it.",
      "page.yaml documents 2 operations, choose with --operation: "POST /charges", "GET /charges/{id}".",
      "page.yaml documents no operation "charge": it has "POST /charges", "GET /charges/{id}".",
      "POST /charges of page.yaml takes application/x-www-form-urlencoded: only JSON bodies are certified.",
      "page.yaml refers to https://acme.example/a.json, which is elsewhere: nothing is fetched, bring it into the document.",
      "page.yaml refers to #/components/schemas/Gone, which it does not have: give the file that has it with --page.",
      "page.yaml is a Swagger 2.0 document: convert it to OpenAPI 3.0 or 3.1 first.",
      "page.yaml:8: This is not valid YAML or JSON: Nested mappings are not allowed in compact mappings.",
      "page.yaml:1: This is not valid JSON: Expected ',' or '}' after property value.",
      "page.yaml: The page has neither an OpenAPI document, nor tables of fields, nor a list of parameters that can be read.",
    ]
  `)
  expect(readdirSync(root).sort()).toEqual(['packages', 'specs'])
  expect(readdirSync(join(root, 'packages/clients/there'))).toEqual(['own.txt'])
})

test('takes back what was moved where a folder cannot be put in its place', async () => {
  const made = await init(specification)
  mkdirSync(join(root, 'conformance/acme'), { recursive: true })
  await expect(made.keep()).rejects.toThrow('conformance/acme is there now')
  expect(readdirSync(join(root, 'specs'))).toEqual([])
  expect(readdirSync(root).sort()).toEqual(['conformance', 'packages', 'specs'])
})
