import { type JsonSchema, valueAt } from '@assay/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paymentRequest, schemaShapes } from './__fixtures__/schema-shapes.ts'
import { acceptorOf } from './acceptor-of.ts'
import { edgesOf } from './edges-of.ts'

const lengthWay = /^(?:exactly )?(\d+) characters?/
const countWay = /^(?:exactly )?(\d+) (?:members?|items?)$/

test.each(Object.entries(schemaShapes))('makes edges that are accepted and hit what they name: %s', (_, schema) => {
  const accepts = acceptorOf(schema)
  for (const { pointer, keyword, way, values } of edgesOf(schema)) {
    for (const instance of fc.sample(values, { seed: 2, numRuns: 8 })) {
      const value = valueAt(instance, pointer)
      const said = `${pointer} ${keyword} ${way}: ${JSON.stringify(value)}`
      expect(accepts(instance), said).toBe(true)
      expect(value, said).toBeDefined()
      const length = lengthWay.exec(way)?.[1]
      if (length !== undefined) expect([...String(value)].length, said).toBe(Number(length))
      const count = countWay.exec(way)?.[1]
      if (count !== undefined) expect(Object.keys(value as object).length, said).toBe(Number(count))
      if (keyword === 'enum' || keyword === 'const') expect(JSON.stringify(value), said).toBe(way)
      const limit = /^(?:minimum |maximum )?(-?[\d.]+)(?:$|, )/.exec(way)?.[1]
      if (limit !== undefined) expect(String(value), said).toBe(limit)
      const places = /^(?:exactly )?(\d+) decimals?$/.exec(way)?.[1]
      if (places !== undefined) expect((String(value).split('.')[1] ?? '').length, said).toBe(Number(places))
    }
  }
})

test.each<[string, JsonSchema, number]>([
  ['an e-mail address', { type: 'string', format: 'email', maxLength: 120 }, 120],
  ['a URI', { type: 'string', format: 'uri', maxLength: 2048 }, 2048],
  ['a host name', { type: 'string', format: 'hostname', maxLength: 200 }, 200],
  ['an https URL', { type: 'string', 'x-https-url': true, maxLength: 255 }, 255],
  ['a pattern', { type: 'string', pattern: '^INV-[a-z0-9]+(-x)?$', maxLength: 40 }, 40],
  ['a pattern without an end', { type: 'string', pattern: '^[a-z]', maxLength: 64 }, 64],
  ['base64', { type: 'string', format: 'byte', maxLength: 64 }, 64],
])('reaches the longest %s exactly', (_, schema, length) => {
  const accepts = acceptorOf(schema)
  const longest = edgesOf(schema).find((edge) => edge.way === `exactly ${length} characters`)
  expect(longest).toBeDefined()
  for (const value of fc.sample(longest?.values ?? fc.constant(null), { seed: 1, numRuns: 20 })) {
    expect(String(value).length).toBe(length)
    expect(accepts(value)).toBe(true)
  }
})

test('names every limit of a payment request once', () => {
  const names = edgesOf(paymentRequest).map(({ pointer, keyword, way }) => `${pointer} ${keyword} ${way}`)
  expect(new Set(names).size).toBe(names.length)
  expect(
    names.filter((name) => name.startsWith('/amount') || name.startsWith('/life') || name.startsWith('/sender')),
  ).toMatchInlineSnapshot(`
      [
        "/amount x-decimal minimum 100",
        "/amount x-decimal 100.01, one unit above the least",
        "/amount x-decimal maximum 1000",
        "/amount x-decimal 999.99, one unit below the greatest",
        "/amount x-decimal exactly 2 decimals",
        "/amount x-decimal 1 decimal",
        "/life_time_duration minimum minimum 3600",
        "/life_time_duration minimum 3601, one step above the least",
        "/life_time_duration maximum maximum 360000",
        "/life_time_duration maximum 359999, one step below the greatest",
        "/sender required only required members",
        "/sender properties every member",
        "/sender/tax_id type null",
        "/sender/tax_id maxLength exactly 32 characters",
        "/sender/tax_id maxLength 31 characters",
        "/amount x-decimal minimum 0.000001",
        "/amount x-decimal 0.000002, one unit above the least",
        "/amount x-decimal maximum 5",
        "/amount x-decimal 4.999999, one unit below the greatest",
        "/amount x-decimal exactly 6 decimals",
        "/amount x-decimal 5 decimals",
      ]
    `)
})

test('says the longest there is where a format ends before the limit', () => {
  const ways = edgesOf({ type: 'string', format: 'email', maxLength: 255 }).map((edge) => edge.way)
  expect(ways).toEqual(['254 characters, the most possible'])
})

test('finds the limits inside a pattern', () => {
  const ways = edgesOf({ type: 'string', pattern: '^[A-Z]{2}[0-9]{1,12}$' }).map(
    (edge) => `${edge.keyword} ${edge.way}`,
  )
  expect(ways).toEqual(['exactly 3', '4', 'exactly 14', '13'].map((length) => `pattern ${length} characters`))
})

test('makes no edge of members that are absent', () => {
  const edges = edgesOf(paymentRequest, { absent: new Set(['/title', '/life_time_duration']) })
  expect(edges.some((edge) => edge.pointer === '/title' || edge.pointer === '/life_time_duration')).toBe(false)
  expect(edges.some((edge) => edge.pointer === '/foreign_id')).toBe(true)
})
