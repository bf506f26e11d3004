import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { kinds } from './__fixtures__/kinds.ts'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { canonicalJson } from './canonical-json.ts'
import { formatContract } from './format-contract.ts'
import { type Json, JsonNumber } from './json.ts'
import { loadContract } from './load-contract.ts'
import { readContract } from './read-contract.ts'

const exact = acme['openapi.yaml']
  .replace('lifetime: { type: integer', 'lifetime: { type: integer, maximum: 9223372036854775807')
  .replace(
    'note: { type: string }',
    'note: { type: string }\n        rate: { type: number, example: 0.1234567890123456789 }',
  )

async function contract() {
  return readContract(temporaryFolder({ ...acme, 'openapi.yaml': exact }), { kinds })
}

test('a contract that was written is read back as it was, to the last digit', async () => {
  const original = await contract()
  const text = formatContract(original)
  const loaded = loadContract(text)
  expect(loaded).toEqual(original)
  expect(formatContract(loaded)).toBe(text)
  expect(text.endsWith('}\n')).toBe(true)
  const schema = loaded.operations[0]?.request?.schema
  expect(schema).toMatchObject({ properties: { lifetime: { maximum: 2 ** 63 } } })
  expect(schema).toMatchObject({ properties: { rate: { examples: [new JsonNumber('0.1234567890123456789')] } } })
})

test('what is loaded is frozen to its depth', async () => {
  const loaded = loadContract(formatContract(await contract()))
  expect(Object.isFrozen(loaded.operations[0]?.request?.examples[0]?.value)).toBe(true)
})

test('the text is pleasant to read', async () => {
  expect(
    formatContract(await contract())
      .split('\n')
      .slice(0, 12)
      .join('\n')
      .replace(/[0-9a-f]{64}/, '…')
      .replace(/assay-contract-\w+/, '…'),
  ).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "provider": "…",
      "title": "Acme payments",
      "sha256": "…",
      "pages": [
        {"id":"create","title":"Create a payment","read":"2026-11-21"}
      ],
      "operations": [
        {
          "id": "createPayment",
          "method": "POST","
  `)
})

test.each<[string, (text: string) => string, RegExp]>([
  ['is no JSON', () => '{', /^contract\.json:1:1: This is not JSON: /],
  ['is a list', () => '[]', /A contract is an object, this is none\.$/],
  [
    'has another version',
    (text) => text.replace('"version": 1', '"version": 2'),
    /This is no contract of version 1: generate it anew\.$/,
  ],
  ['lacks a member', (text) => text.replace('"pages"', '"page"'), /This is no contract: at \/pages /],
  [
    'has a rule without an id',
    (text) => text.replace('"id": "amount.type"', '"name": "amount.type"'),
    /This is no contract: at \/operations\/0\/rules\/\d+\/id /,
  ],
  ['was changed by hand', (text) => text.replace('How much.', 'How many.'), /The contract was changed by hand/],
])('a text that %s is refused', async (_, change, message) => {
  const text = formatContract(await contract())
  expect(change(text)).not.toBe(text)
  expect(() => loadContract(change(text))).toThrow(message)
})

test('canonical JSON has one text for equal values', () => {
  const value: Json = { b: [1, { d: 'ü', c: new JsonNumber('0.10000000000000000') }], a: null }
  expect(canonicalJson(value)).toBe('{"a":null,"b":[1,{"c":0.10000000000000000,"d":"ü"}]}')
})
