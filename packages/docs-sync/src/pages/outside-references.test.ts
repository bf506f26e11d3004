import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageFixture } from '../__fixtures__/page-fixture.ts'
import { PageError } from './page-error.ts'
import { readPage } from './read-page.ts'

const yaml = pageFixture('embedded-yaml.md')
const json = pageFixture('embedded-json.md')

test('follows no reference to the network or to a file, of 48 documents', async () => {
  let hits = 0
  const server = createServer((_, response) => {
    hits += 1
    response.end('{"type":"string"}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const folder = mkdtempSync(join(tmpdir(), 'assay-page-'))
  const secret = join(folder, 'secret.json')
  writeFileSync(secret, '{"type":"string","description":"a-secret-word"}')
  const references = [
    `http://127.0.0.1:${port}/schema.json`,
    `HTTP://127.0.0.1:${port}/schema.json#/a`,
    `//127.0.0.1:${port}/schema.json`,
    `\\\\\\\\127.0.0.1:${port}\\\\schema.json`,
    `https://127.0.0.1:${port}/`,
    `file://${secret}`,
    secret,
    `../..${secret}#/description`,
    './secret.json',
    'secret.json#/',
    'data:application/json,{}',
    `ftp://127.0.0.1:${port}/a`,
  ]
  const documents = references.flatMap((reference) => [
    yaml.replace("'#/components/schemas/Charge'", `"${reference}"`),
    yaml.replace("'#/components/parameters/Signature'", `"${reference}"`),
    yaml.replace(
      'value:\n                    error',
      `value:\n                    $ref: "${reference}"\n                    error`,
    ),
    json.replace('"#/components/schemas/Charge"', `"${reference}"`),
  ])
  expect(documents).toHaveLength(48)
  const messages = documents.map((text) => {
    try {
      return JSON.stringify(readPage({ id: 'page', text, place: 'page.md' }).document)
    } catch (error) {
      expect(error).toBeInstanceOf(PageError)
      expect((error as PageError).line).toBeGreaterThan(1)
      return 'refused'
    }
  })
  await new Promise((resolve) => {
    server.close(resolve)
  })
  rmSync(folder, { recursive: true })
  expect(new Set(messages)).toEqual(new Set(['refused']))
  expect(hits).toBe(0)
})
