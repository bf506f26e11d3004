import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const bundle = join(import.meta.dirname, '../bundle')
const files = readdirSync(bundle).filter((name) => name.endsWith('.js'))
const textOf = (file: string) => readFileSync(join(bundle, file), 'utf8')

/** What a file imports, at once or when asked. */
function importsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^(?:import|export) .*?"([^"\n]+)";$|\bimport\("([^"\n]+)"\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

/** The files that are loaded before anything runs, and the text of them all. */
function loadedFor(file: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  for (const [, target = ''] of textOf(file).matchAll(/^(?:import|export) .*?"\.\/([^"\n]+)";$/gm))
    loadedFor(target, known)
  return known
}

test('needs no package beside it but the one that runs a TypeScript config', () => {
  const outside = files.flatMap(importsOf).filter((target) => !target.startsWith('./'))
  const packages = outside.filter((target) => !builtinModules.includes(target.replace('node:', '')))
  expect([...new Set(packages)].sort()).toEqual([
    '../dist/init-new-provider.js',
    '../dist/pact/run-pact.js',
    '../dist/run-docs.js',
    '../dist/run-generate.js',
    'c12',
  ])
})

test('loads next to nothing before it knows the command', () => {
  const size = [...loadedFor('main.js')].reduce((sum, file) => sum + textOf(file).length, 0)
  // Commander and our own commands; ajv, zod or fast-check would be twice of that by itself.
  expect(size).toBeLessThan(200_000)
})

test('brings the licenses of what is bundled', () => {
  expect(readFileSync(join(bundle, 'third-party-licenses.txt'), 'utf8')).toMatch(/^fast-check \d+\.\d+\.\d+: MIT$/m)
})
