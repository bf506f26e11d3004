import type { Contract, JsonSchema } from '@assay/contract'
import { expect, test } from 'vitest'
import { readPins } from './read-pins.ts'

const properties: { readonly [name: string]: JsonSchema } = {
  text: { type: 'string' },
  'a/b': { type: 'integer' },
  number: { type: 'number' },
  yes: { type: 'boolean' },
  either: { type: ['integer', 'string'] },
  maybe: { type: ['string', 'null'] },
  list: { type: 'array' },
  inner: { type: 'object', properties: { code: { type: 'string' } } },
  free: {},
}
const contract = {
  provider: 'tollgate',
  operations: [{ request: { schema: { allOf: [{ type: 'object', properties }] } } }],
} as unknown as Contract

test.each([
  ['/text=12', '12'],
  ['/text=', ''],
  ['/text=a=b', 'a=b'],
  ['/a~1b=7', 7],
  ['/number=0.5', 0.5],
  ['/yes=true', true],
  ['/either=7', 7],
  ['/either=seven', 'seven'],
  ['/maybe=null', null],
  ['/maybe=12', '12'],
  ['/list=["EUR"]', ['EUR']],
  ['/inner={"code":"x"}', { code: 'x' }],
  ['/inner/code=x', 'x'],
  ['/free=x', 'x'],
])('reads %s by the type of its member', (setting, value) => {
  expect([...readPins([setting], contract).values()]).toEqual([value])
})

test('keeps a number of many digits exact', () => {
  expect(String(readPins(['/number=12345678901234567.89'], contract).get('/number'))).toBe('12345678901234567.89')
})

test.each(['/a~1b=0.5', '/a~1b=x', '/yes=yes', '/list={}', '/inner=[]', '/nothing=1', 'text=1', '/text'])(
  'refuses %s',
  (setting) => {
    expect(() => readPins([setting], contract)).toThrow(expect.objectContaining({ name: 'UsageError' }))
  },
)

test('leaves a pointer of another contract to that one', () => {
  const other = {
    provider: 'other',
    operations: [{ request: { schema: { properties: { only: { type: 'string' } } } } }],
  } as unknown as Contract
  expect([...readPins(['/only=1', '/text=2'], contract, [contract, other]).keys()]).toEqual(['/text'])
})
