import { expect, test } from 'vitest'
import { providerIds, repositoryFiles, textOf } from './workspace.ts'

const exempt = (path: string) =>
  path.startsWith('packages/clients/') ||
  path.endsWith('.md') ||
  /\.test(-d)?\.ts$/.test(path) ||
  path.includes('/__fixtures__/')

/** A provider's id, or its first word: the family it belongs to. */
const names = providerIds().flatMap((id) => [id, id.split('-')[0] ?? id])
const pattern = new RegExp(names.join('|'), 'i')

test('knows the providers', () => {
  expect(providerIds().length).toBeGreaterThan(0)
  expect(pattern.test(`if (provider === '${providerIds()[0]}')`)).toBe(true)
})

test('names no provider in shared code', () => {
  const named = repositoryFiles()
    .filter((path) => path.startsWith('packages/') && !exempt(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    )
  expect(named).toEqual([])
})

test('names no provider in the workspace files', () => {
  const files = [
    'turbo.json',
    'package.json',
    'pnpm-workspace.yaml',
    'tsconfig.base.json',
    'biome.json',
    'vitest.base.ts',
  ]
  expect(files.filter((path) => pattern.test(textOf(path)))).toEqual([])
})
