import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { fencesOf } from './markdown.ts'
import { root } from './workspace.ts'

const house = join(root, 'house')
const folder = join(house, '.test/readme')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const snippets = fencesOf('README.md').filter(({ language }) => language === 'ts')

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  snippets.forEach(({ text }, index) => {
    writeFileSync(join(folder, `snippet-${index}${text.includes("from 'vitest'") ? '.test' : ''}.ts`), text)
  })
  const settings = { extends: '../../../tsconfig.base.json', include: ['snippet-*'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const config =
    "import base from '../../../vitest.base.ts'\nexport default { ...base, test: { include: ['*.test.ts'] } }\n"
  writeFileSync(join(folder, 'vitest.config.ts'), config)
})

test('compiles', { timeout: 60_000 }, async () => {
  expect(snippets.length).toBeGreaterThan(1)
  await promisify(execFile)(bin('tsc'), ['-p', folder], { cwd: house })
})

test('runs the one that is a test', { timeout: 60_000 }, async () => {
  const results = join(folder, 'results.json')
  const words = ['run', '--root', folder]
  await promisify(execFile)(bin('vitest'), [...words, '--reporter', 'json', '--outputFile', results], { cwd: house })
  const { numPassedTests } = JSON.parse(readFileSync(results, 'utf8'))
  expect(numPassedTests).toBe(1)
})
