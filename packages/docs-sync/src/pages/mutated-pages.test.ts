import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageFixture, pageFixtures } from '../__fixtures__/page-fixture.ts'
import { PageError } from './page-error.ts'
import { readPage } from './read-page.ts'

/** The proof runs them all: `ASSAY_MUTATIONS=20000`. */
const runs = Number(process.env.ASSAY_MUTATIONS ?? 2_000)
const seed = Number(process.env.ASSAY_SEED ?? 1)
/** The target is one second; a test on a busy machine is not the place to measure it. */
const MAXIMUM_MS = process.env.ASSAY_MUTATIONS === undefined ? 4_000 : 1_000

const pieces = [
  '',
  ' ',
  '\n',
  '\n\n',
  '\t',
  '|',
  '|---|',
  '\n| a | b |\n|---|---|\n',
  '```',
  '````',
  '\n```json\n{"openapi":"3.0.0"}\n```\n',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '`',
  '<',
  '</div>',
  '<table>',
  '<pre>',
  '<script>',
  '<!--',
  '&#0;',
  '&a ',
  '*a',
  '!x ',
  '#',
  '\n# Response\n',
  '- ',
  '> ',
  '? ',
  '<<: ',
  '~',
  '\0',
  '\ufeff',
  '\u00a0',
  '\ud800',
  '1e999',
  '__proto__: 1',
  '"__proto__":{}',
  '"constructor":1',
  '$ref: "#"',
  "$ref: '#/components'",
  '"$ref":"#/paths"',
  'POST /x',
  'curl ',
  "'{",
  'HTTP/1.1',
  'Body\n',
  'Headers\n',
  'Response\n',
  'string\nrequired\n',
  'Example:\n',
  'Available options:\n',
  'required: true',
  'properties: []',
  '"properties":5',
  'allOf: [1]',
  'paths: 3',
  '"paths":null',
  'responses: []',
]
const mutation = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  cut: fc.oneof(fc.nat(3), fc.nat(80)),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4, unit: 'binary' })),
  copy: fc.nat(60),
})

function mutated(
  text: string,
  changes: readonly { where: number; cut: number; piece: string; copy: number }[],
): string {
  return changes.reduce((current, { where, cut, piece, copy }) => {
    const at = Math.floor(where * current.length)
    return current.slice(0, at) + piece + current.slice(Math.max(0, at - copy), at) + current.slice(at + cut)
  }, text)
}

test('a mutated page is read or refused in one sentence, and in time', () => {
  const pages = pageFixtures.map((name) => ({ name, text: pageFixture(name) }))
  const formats = new Map(pages.map(({ name, text }) => [name, readPage({ id: 'page', text, place: 'page' }).format]))
  const memory = process.memoryUsage().rss
  let read = 0
  let refused = 0
  let slowest = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...pages),
      fc.array(mutation, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(undefined, ['a', 'b', 'c']),
      ({ name, text }, changes, names) => {
        // Half of the pages come with a known form, as most do; the others are recognised.
        const format = names === undefined ? undefined : formats.get(name)
        const start = performance.now()
        try {
          const page = readPage({
            id: 'page',
            text: mutated(text, changes),
            place: 'page',
            ...(names === undefined ? {} : { names }),
            ...(format === undefined ? {} : { format }),
          })
          for (const problem of page.problems) expect(problem.message).toMatch(/^[A-Z].*[.…]$/s)
          read += 1
        } catch (error) {
          if (!(error instanceof PageError)) throw error
          expect(error.message).toMatch(/^page(?::\d+)?: /)
          refused += 1
        }
        slowest = Math.max(slowest, performance.now() - start)
      },
    ),
    { numRuns: runs, seed },
  )
  expect(read + refused).toBe(runs)
  expect(Math.min(read, refused)).toBeGreaterThan(runs / 20)
  expect(slowest).toBeLessThan(MAXIMUM_MS)
  // Other files of this package have been here before, and keep what they took.
  expect(process.memoryUsage().rss - memory).toBeLessThan(400 * 1024 * 1024)
}, 1_200_000)
