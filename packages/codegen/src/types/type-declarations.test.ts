import type { JsonSchema } from '@assay/contract'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { acmeContract } from '../__fixtures__/acme-contract.ts'
import { typeDeclarations } from './type-declarations.ts'
import { typeSchemaOf } from './type-schema-of.ts'

const cases: readonly (readonly [string, JsonSchema, string])[] = [
  ['a forbidden member', { properties: { a: false } }, '{ a?: never; }'],
  ['an object of unknown members', { type: 'object' }, 'Record<string, unknown>'],
  ['anything', {}, 'unknown'],
  ['nothing', false, 'never'],
  ['null', { const: null }, 'null'],
  ['a nullable string', { type: ['string', 'null'] }, 'string | null'],
  ['a nullable choice', { type: ['string', 'null'], enum: ['a', null] }, '"a" | null'],
  ['a constant', { const: 'a' }, '"a"'],
  ['an integer or digits', { anyOf: [{ type: 'integer' }, { type: 'string' }] }, 'number | string'],
  ['a list', { type: 'array', items: { enum: [1, 2] } }, '(1 | 2)[]'],
  ['members of one kind', { type: 'object', additionalProperties: { type: 'number' } }, '{ [key: string]: number; }'],
  ['a required member nobody describes', { type: 'object', required: ['a'] }, '{ a: unknown; }'],
  [
    'at least one of two',
    { properties: { a: { type: 'string' }, b: { type: 'string' } }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    '{ a: string; b?: string; } | { a?: string; b: string; }',
  ],
  [
    'a member that needs another',
    { properties: { a: { type: 'string' }, b: { type: 'string' } }, dependentRequired: { a: ['b'] } },
    '{ a?: never; b?: string; } | { a: string; b: string; }',
  ],
  [
    'not both',
    { properties: { a: { type: 'string' }, b: { type: 'string' } }, not: { required: ['a', 'b'] } },
    '{ a?: never; b?: string; } | { a?: string; b?: never; }',
  ],
  [
    'all of several',
    { allOf: [{ properties: { a: { type: 'string' } } }, { required: ['a'], properties: { b: { type: 'number' } } }] },
    '{ a: string; b?: number; }',
  ],
  [
    'a nullable object with a choice inside',
    {
      type: ['object', 'null'],
      properties: { a: {}, b: {} },
      oneOf: [
        { required: ['a'], properties: { b: false } },
        { required: ['b'], properties: { a: false } },
      ],
    },
    '({ a: unknown; b?: never; } | { a?: never; b: unknown; }) | null',
  ],
]

test.each(cases)('%s', async (_, schema, type) => {
  const text = await typeDeclarations([{ name: 'T', says: 'x', schema: typeSchemaOf(schema, 'request') }])
  const plain = text
    .replace(/\/\*\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .trim()
  expect(plain).toBe(`export type T = ${type}`)
})

const body = acmeContract.operations[0]?.request?.schema ?? false
const right = { amount: '1', currency: 'EUR', duration: 60 }
const { duration: _, ...timeless } = right

const bodies: readonly (readonly [string, object, boolean])[] = [
  ['one lifetime', right, true],
  ['the other lifetime', { ...timeless, instant: 60 }, true],
  ['both lifetimes', { ...right, instant: 60 }, false],
  ['no lifetime', timeless, false],
  ['a lifetime of null', { ...timeless, duration: null }, false],
  ['a natural person', { ...right, sender_type: 'natural', sender_data: { first_name: 'x', nickname: 'y' } }, true],
  [
    'a natural person with a legal name',
    { ...right, sender_type: 'natural', sender_data: { first_name: 'x', legal_name: 'y' } },
    false,
  ],
  [
    'a natural person with the data of a legal one',
    { ...right, sender_type: 'natural', sender_data: { legal_name: 'y' } },
    false,
  ],
  ['a sender without data', { ...right, sender_type: 'legal' }, false],
  ['a card with its pin', { ...right, card: 'x', pin: 'y' }, true],
  ['a card without its pin', { ...right, card: 'x' }, false],
  ['a coin with its network', { ...right, currency: 'BTC', network: 'x' }, true],
  ['a coin without its network', { ...right, currency: 'BTC' }, false],
  ['a network without a coin', { ...right, network: 'x' }, false],
  ['a currency nobody lists', { ...right, currency: 'XXX' }, false],
  ['a member nobody lists', { ...right, colour: 'red' }, false],
  ['an amount that is a number', { ...right, amount: 1 }, false],
]

test('what the contract forbids is a compile error', async () => {
  const types = await typeDeclarations([{ name: 'Body', says: 'x', schema: typeSchemaOf(body, 'request') }])
  const lines = bodies.map(([, value], index) => `export const v${index}: Body = ${JSON.stringify(value)}`)
  const wrong = linesWithErrors(`${types.replace(/\n/g, ' ')}\n${lines.join('\n')}`)
  expect(bodies.map(([name], index) => [name, !wrong.has(index + 1)])).toEqual(
    bodies.map(([name, , fits]) => [name, fits]),
  )
})

/** The lines of a source in which the compiler finds an error. */
function linesWithErrors(text: string): ReadonlySet<number> {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    lib: ['lib.es5.d.ts'],
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const source = ts.createSourceFile('/types.ts', text, ts.ScriptTarget.ES2023)
  const read = host.getSourceFile
  host.getSourceFile = (name, ...rest) => (name === '/types.ts' ? source : read(name, ...rest))
  const program = ts.createProgram(['/types.ts'], options, host)
  const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
  return new Set(diagnostics.map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line))
}
