import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { documents, fencesOf, inlineCode } from './markdown.ts'
import { root, textOf } from './workspace.ts'

const LONGEST_MILLISECONDS = 120_000

const lines = documents().flatMap((document) =>
  fencesOf(document)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n').filter((line) => line !== '')),
)
const quoted = documents().flatMap(inlineCode)
const { scripts } = JSON.parse(textOf('package.json'))
const { ASSAY_DEBUG: _, ...environment } = process.env

test('knows the commands of the documents', () => {
  expect(lines.length).toBeGreaterThan(5)
  expect(lines.filter((line) => !/^(npx -y pnpm@10 |node_modules\/\.bin\/assay |export )/.test(line))).toEqual([])
})

test('names only scripts that package.json has', () => {
  const named = [...lines, ...quoted]
    .map((line) => /^npx -y pnpm@10 ([a-z]+)/.exec(line)?.[1])
    .filter((name) => name !== undefined)
  expect(named).toEqual(expect.arrayContaining(['start', 'test']))
  expect(named.filter((name) => name !== 'install' && scripts[name] === undefined)).toEqual([])
})

const blocks = fencesOf('README.md').filter(({ language, text }) => language === 'sh' && /^node_modules/m.test(text))

describe.each(blocks)('$text', ({ text }) => {
  const exported: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/^export (\w+)=(.*)$/gm)) exported[name] = value
  const commands = text.split('\n').filter((line) => line.startsWith('node_modules/.bin/assay '))
  test.each(commands.map((command) => [command]))('%s', { timeout: LONGEST_MILLISECONDS }, async (command) => {
    const [file = '', ...words] = command.split(' ')
    const { stdout } = await promisify(execFile)(file, words, {
      cwd: root,
      env: { ...environment, ...exported },
      timeout: LONGEST_MILLISECONDS,
      maxBuffer: 64 * 1024 * 1024,
    })
    expect(stdout).not.toBe('')
  })
})
