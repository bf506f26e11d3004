import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { documents, fencesOf } from './markdown.ts'
import { root } from './workspace.ts'

const house = join(root, 'house')
const folder = join(house, '.test/snippets')
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const snippets = documents()
  .flatMap(fencesOf)
  .filter(({ language }) => language === 'ts')
const tests = snippets.filter(isTest)

/** A snippet that is a whole test, and can be run. */
function isTest({ text }: { readonly text: string }): boolean {
  return text.includes("from 'vitest'")
}

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  snippets.forEach((snippet, index) => {
    writeFileSync(join(folder, `snippet-${index}${isTest(snippet) ? '.test' : ''}.ts`), snippet.text)
  })
  // What the packages declare, as their users see it.
  const compilerOptions = { isolatedDeclarations: false, declaration: false, customConditions: [] }
  const settings = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['snippet-*'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const built = 'server: { deps: { external: [/\\/packages\\/.*\\/dist\\//] } }'
  const config = `export default { test: { include: ['*.test.ts'], ${built} } }\n`
  writeFileSync(join(folder, 'vitest.config.ts'), config)
})

test('compiles', { timeout: 60_000 }, async () => {
  expect(snippets.length).toBeGreaterThan(1)
  await promisify(execFile)(bin('tsc'), ['-p', folder], { cwd: house })
})

test('runs those that are tests', { timeout: 60_000 }, async () => {
  const results = join(folder, 'results.json')
  const words = ['run', '--root', folder]
  await promisify(execFile)(bin('vitest'), [...words, '--reporter', 'json', '--outputFile', results], { cwd: house })
  const { numPassedTests } = JSON.parse(readFileSync(results, 'utf8'))
  expect(tests.length).toBeGreaterThan(2)
  expect(numPassedTests).toBe(tests.length)
})
