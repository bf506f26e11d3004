import { valueAt } from '@assay/contract'
import { expect, test } from 'vitest'
import { pageFixture, pageFixtures } from '../__fixtures__/page-fixture.ts'
import type { PageReading } from './page-reading.ts'
import { readPage } from './read-page.ts'

const read = (name: string, names?: readonly string[]): PageReading =>
  readPage({
    id: name.replace(/\.\w+$/, ''),
    text: pageFixture(name),
    place: name,
    ...(names === undefined ? {} : { names }),
  })
const lineOf = (reading: PageReading, pointer: string): number | undefined => reading.provenance.get(pointer)?.line
const at = (reading: PageReading, pointer: string): unknown => valueAt(reading.document, pointer)
const problems = (reading: PageReading): readonly string[] =>
  reading.problems.map(({ place, line, message }) => `${place}:${line}: ${message}`)
const body = '/requestBody/content/application~1json/schema'

test('recognises the form of each page', () => {
  expect(Object.fromEntries(pageFixtures.map((name) => [name, read(name).format]))).toEqual({
    'embedded-json.md': 'gitbook-markdown-openapi-json',
    'embedded-yaml.md': 'mintlify-markdown-openapi-yaml',
    'fields.html': 'mintlify-html',
    'fields.txt': 'mintlify-text',
    'nameless.txt': 'mintlify-text',
    'tables-loose.txt': 'markdown-tables',
    'tables-two-operations.md': 'markdown-tables',
    'tables.html': 'html-tables',
  })
})

test('takes an embedded YAML document as it stands, with its lines', () => {
  const reading = read('embedded-yaml.md')
  const schema = `/paths/~1charges/post${body}`
  expect(at(reading, `${schema}/required`)).toEqual(['amount', 'coin'])
  expect(lineOf(reading, `${schema}/properties/coin`)).toBe(41)
  expect(lineOf(reading, '/paths/~1charges/post/responses/422/content/application~1json/examples/TooSmall')).toBe(68)
  expect(problems(reading)).toEqual([])
  expect(Object.keys(reading.fingerprints)).toEqual([
    'page',
    'document',
    'operation',
    'header/X-Acme-Key',
    'header/X-Acme-Signature',
    'request',
    'request/amount',
    'request/coin',
    'request/payer',
    'request/payer/mail',
    'example/request/Small',
    'response/201',
    'response/201/id',
    'response/201/lines',
    'response/201/lines/items',
    'response/201/lines/items/price',
    'response/422',
    'response/422/error',
    'error/422/TooSmall',
  ])
})

test('brings the documents of several operations together, and says where they differ', () => {
  const reading = read('embedded-json.md')
  expect(Object.keys(at(reading, '/paths') as object)).toEqual(['/v1/charges', '/v1/charges/{id}'])
  expect(lineOf(reading, '/paths/~1v1~1charges/post')).toBe(8)
  expect(lineOf(reading, '/paths/~1v1~1charges~1{id}/get')).toBe(25)
  expect(problems(reading)).toEqual([
    'embedded-json.md:22: Two documents of the page differ at /components/schemas/Charge; the first one is taken.',
  ])
  expect(Object.keys(reading.fingerprints)).toContain('GET /v1/charges/{id} path/id')
})

test('reads tables that ran together on a page without empty lines', () => {
  const reading = read('tables-loose.txt')
  const operation = '/paths/~1charges~1open/post'
  expect(at(reading, `${operation}${body}`)).toEqual({
    type: 'object',
    properties: {
      amount: { type: 'number', description: 'How much is asked for.' },
      coin: { type: 'string', description: 'Code of the coin (e.g., BTC).' },
      shop_id: { type: 'string', format: 'uuid', description: 'UUID of the shop.' },
      return_url: { type: 'string', format: 'uri', description: 'A URL the payer goes back to.' },
      note: { type: 'string', maxLength: 80, description: 'Shown to the payer. Max 80 characters.' },
    },
    required: ['amount', 'coin'],
  })
  expect(lineOf(reading, `${operation}${body}/properties/note`)).toBe(12)
  expect(at(reading, `${operation}/requestBody/content/application~1json/examples/Example/value/note`)).toBe(
    'Two | tickets',
  )
  expect(at(reading, `${operation}/responses/2XX/content/application~1json/schema/properties/state/enum`)).toEqual([
    'open',
    'paid',
    'gone',
  ])
  expect(at(reading, `${operation}/responses/400/x-error-code`)).toBe('bad_request')
  expect(at(reading, `${operation}/responses/422/x-error-code`)).toEqual(['bad_coin', 'bad_amount'])
  expect(at(reading, '/components/securitySchemes/xApiKey')).toEqual({
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
  })
  expect(problems(reading)).toMatchInlineSnapshot(`
    [
      "tables-loose.txt:14: The header X-API-Key stands in an example only: no list of headers tells what it is.",
      "tables-loose.txt:2: The page names no host for POST /charges/open: a base URL must be given.",
      "tables-loose.txt:23: The page shows the answer to POST /charges/open without its status.",
    ]
  `)
  expect(Object.keys(reading.fingerprints)).toContain('operation/notes')
})

test('reads several operations a page, other headings, nested fields and parameters outside the body', () => {
  const reading = read('tables-two-operations.md')
  const post = '/paths/~1orders/post'
  expect(at(reading, '/servers')).toEqual([{ url: 'https://api.acme.example/v3' }])
  expect(at(reading, `${post}/summary`)).toBe('Create an order')
  expect(at(reading, `${post}${body}/required`)).toEqual(['price', 'currency'])
  expect(at(reading, `${post}${body}/properties/currency`)).toEqual({
    type: 'string',
    enum: ['EUR', 'USD'],
    description: 'What it is in.',
    default: 'EUR',
  })
  expect(at(reading, `${post}${body}/properties/customer/required`)).toEqual(['email'])
  expect(lineOf(reading, `${post}${body}/properties/customer/properties/address/properties/city`)).toBe(27)
  expect(at(reading, `${post}${body}/properties/items/items/properties/name/type`)).toBe('string')
  expect(at(reading, `${post}${body}/properties/callback|url/format`)).toBe('uri')
  expect(at(reading, `${post}/responses/409/description`)).toBe('The order is there already.')
  expect(at(reading, `${post}/responses/201/content/application~1json/examples/Example/value`)).toEqual({
    id: 7,
    state: 'new',
  })
  expect(at(reading, '/paths/~1orders~1{id}/get/parameters')).toEqual([
    { name: 'id', in: 'path', description: 'The order.', required: true, schema: { type: 'integer' } },
    { name: 'verbose', in: 'query', description: 'Tells more.', schema: { type: 'boolean' } },
  ])
  expect(problems(reading)).toContain(
    'tables-two-operations.md:32: The type "blob" of "odd" is none that is known; it is left open.',
  )
})

test('reads the same of HTML tables, and nothing of scripts', () => {
  const reading = read('tables.html')
  const post = '/paths/~1bills/post'
  expect(at(reading, `${post}${body}`)).toEqual({
    type: 'object',
    properties: {
      total: { type: 'string', description: 'The total, with two decimals.' },
      unit: { type: 'string', enum: ['EUR', 'USD'], description: 'One of "EUR" or "USD" & nothing else.' },
    },
    required: ['total'],
  })
  expect(lineOf(reading, `${post}${body}/properties/unit`)).toBe(15)
  expect(
    at(reading, `${post}/responses/2XX/content/application~1json/schema/properties/bill/properties/id/format`),
  ).toBe('uuid')
  expect(JSON.stringify(reading.document)).not.toContain('alert')
})

test('reads parameters that stand one below the other', () => {
  const reading = read('fields.txt')
  const post = '/paths/~1deposits/post'
  expect(at(reading, `${post}${body}/properties`)).toEqual({
    amount: { type: 'string', minLength: 1, maxLength: 20, examples: ['5'], description: 'How much.' },
    currency: {
      type: 'object',
      description: 'What it is in.',
      properties: { iso: { type: 'string', pattern: '^[A-Z]{3}$', description: 'The code.' } },
      required: ['iso'],
    },
    kind: { type: 'string', enum: ['once', 'again'], description: 'Once or again.', default: 'once' },
    minutes: {
      type: 'integer',
      format: 'int64',
      minimum: 1,
      maximum: 60,
      examples: [15],
      description: 'How long it stays.',
    },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 3, description: 'Words.' },
    limit: { type: ['number', 'null'], exclusiveMinimum: 0, description: 'No more.', deprecated: true },
  })
  expect(lineOf(reading, `${post}${body}/properties/kind`)).toBe(64)
  expect(Object.keys(at(reading, `${post}/responses`) as object)).toEqual(['201', '400'])
  expect(at(reading, `${post}/responses/201/content/application~1json/examples/Example/value/data/id`)).toBe(3)
  expect(problems(reading)).toEqual([
    'fields.txt:3: The page hides an e-mail address in this example; customer@example.com stands in its place.',
  ])
})

test('reads the same parameters out of HTML', () => {
  const reading = read('fields.html')
  expect(at(reading, `/paths/~1deposits/post${body}`)).toEqual({
    type: 'object',
    properties: { amount: { type: 'string', description: 'How much.' } },
    required: ['amount'],
  })
  expect(at(reading, '/components/securitySchemes/xAcmeKey/description')).toBe('The key.')
  expect(problems(reading)).toEqual([])
})

test('says which names a page lost, and where its own words do not tell them', () => {
  const reading = read('nameless.txt')
  const schema = `/paths/~1bills~1create/post${body}`
  expect(Object.keys(at(reading, `${schema}/properties`) as object)).toEqual([
    'quick',
    'headline',
    'total',
    'payer_kind',
    'payer_details',
    'url_done',
  ])
  expect(at(reading, `${schema}/properties/headline/maxLength`)).toBe(60)
  expect(at(reading, `${schema}/properties/payer_kind/enum`)).toEqual(['person', 'company'])
  expect(at(reading, `${schema}/x-unnamed-fields`)).toHaveLength(2)
  expect(problems(reading)).toMatchInlineSnapshot(`
    [
      "nameless.txt:23: The page lost the name of this parameter; by its words it is X-Acme-Signature.",
      "nameless.txt:25: The page lost the names, types and required marks of its 8 request fields; the names are those of its example, matched by the words, the types those of the example.",
      "nameless.txt:36: The page lost the name of this field, and neither its words nor an example tell it.",
      "nameless.txt:37: The page lost the name of this field, and neither its words nor an example tell it.",
      "nameless.txt:1: The header X-Acme-Key stands in an example only: no list of headers tells what it is.",
      "nameless.txt:1: The page marks no field of the body of POST /bills/create as required or optional.",
      "nameless.txt:39: The page lists no fields of the answer 201 to POST /bills/create; they are those of its example.",
    ]
  `)
})

test('takes the names given for a page that lost them, in its order', () => {
  const names = ['quick', 'headline', 'total', 'payer_kind', 'payer_details', 'url_done', 'subtitle', 'payout']
  const reading = read('nameless.txt', names)
  const schema = `/paths/~1bills~1create/post${body}`
  expect(Object.keys(at(reading, `${schema}/properties`) as object)).toEqual(names)
  expect(at(reading, `${schema}/properties/subtitle/maxLength`)).toBe(500)
  expect(at(reading, `${schema}/x-unnamed-fields`)).toBeUndefined()
  expect(problems(read('nameless.txt', names.slice(0, 3)))).toContain(
    'nameless.txt:25: For this page 3 names are given, and it has 8 fields: they are matched by the words.',
  )
})

test('reads a page with line ends of another system and a byte order mark the same', () => {
  const text = pageFixture('tables-loose.txt')
  const plain = readPage({ id: 'a', text, place: 'a' })
  const other = readPage({ id: 'a', text: `\ufeff${text.replaceAll('\n', '\r\n')}`, place: 'a' })
  expect(other.document).toEqual(plain.document)
  expect(other.fingerprints).toEqual(plain.fingerprints)
})

test('tells a change of words from a change of what an operation does', () => {
  const text = pageFixture('fields.txt')
  const before = readPage({ id: 'a', text, place: 'a' }).fingerprints
  const changed = (from: string, to: string): readonly string[] => {
    const after = readPage({ id: 'a', text: text.replace(from, to), place: 'a' }).fingerprints
    return Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name])
  }
  expect(changed('How much.', 'How  much.')).toEqual([])
  expect(changed('Last modified on May 1', 'Last modified on May 2')).toEqual([])
  expect(changed('How much.', 'How very much.')).toEqual(['request/amount'])
  expect(changed('once,\nagain', 'once,\ntwice')).toEqual(['request/kind'])
})
