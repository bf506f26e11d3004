import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { kinds } from './__fixtures__/kinds.ts'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { ContractError } from './contract-error.ts'
import { readContract } from './read-contract.ts'

const pieces = [
  '',
  ' ',
  '\n',
  '\t',
  ':',
  '- ',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '&a ',
  '*a',
  '!x ',
  '#',
  '? ',
  '<<: ',
  '|\n',
  '~',
  '\u0000',
  '\uFEFF',
  '%',
  'null',
  'true',
  '-1',
  '1e999',
  '.nan',
  '0x',
  '$ref: "#"',
  "$ref: '#/components'",
  '__proto__: 1',
  '"constructor"',
  'x-rules: [1]',
  'type: [',
  'nullable: 5',
  'pattern: "("',
  'required: true',
  'properties: []',
  'examples: 3',
  'oneOf: {}',
  'allOf: [1]',
  'enum: 1',
  '/a~2',
  '$',
  '..',
]

const mutation = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  cut: fc.oneof(fc.nat(3), fc.nat(60)),
  piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4, unit: 'binary' })),
  copy: fc.nat(40),
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

test('a mutated document is read or refused with its place, and in time', async () => {
  let refused = 0
  let slowest = 0
  const folderFiles = fc.constantFrom('openapi.yaml' as const, 'overlay.yaml' as const)
  const property = fc.asyncProperty(
    folderFiles,
    fc.array(mutation, { minLength: 1, maxLength: 4 }),
    async (file, changes) => {
      const folder = temporaryFolder({ ...acme, [file]: mutated(acme[file], changes) })
      const before = process.cpuUsage()
      try {
        await readContract(folder, { kinds })
      } catch (error) {
        refused += 1
        expect(error).toBeInstanceOf(ContractError)
        for (const { line = 0, message } of (error as ContractError).problems) {
          expect(line).toBeGreaterThan(0)
          expect(message).toMatch(/\.$|\?$/)
        }
      }
      const { user, system } = process.cpuUsage(before)
      slowest = Math.max(slowest, (user + system) / 1000)
    },
  )
  await fc.assert(property, { numRuns: Number(process.env.ASSAY_MUTATIONS ?? 300), endOnFailure: true })
  expect(refused).toBeGreaterThan(30)
  expect(slowest).toBeLessThan(1000)
}, 600_000)
