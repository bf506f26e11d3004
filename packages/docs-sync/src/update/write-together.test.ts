import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { recoverFiles, writeTogether } from './write-together.ts'

const roots: string[] = []
function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'assay-write-'))
  roots.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}
const textOf = (root: string, path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

test('writes, makes and takes away, and leaves nothing behind', () => {
  const root = tree({ a: '1', b: '2' })
  writeTogether(root, new Map([['a', '10'], ['b', undefined], ['c/d', '30']]))
  expect(['a', 'b', 'c/d', '.assay-update'].map((path) => textOf(root, path))).toEqual(['10', undefined, '30', undefined])
})

test('leaves everything as it was where one file cannot be written', () => {
  const root = tree({ a: '1', 'folder/x': '2' })
  expect(() => writeTogether(root, new Map([['a', '10'], ['folder', 'a text where a folder stands']]))).toThrow()
  expect(['a', 'folder/x', '.assay-update'].map((path) => textOf(root, path))).toEqual(['1', '2', undefined])
})

test('refuses while another update runs, and takes over from one that is gone', () => {
  const root = tree({ a: '1', [`.assay-update/process-${process.ppid}`]: '' })
  expect(() => writeTogether(root, new Map([['a', '10']]))).toThrow(/^Another update is under way \(process \d+\)/)
  const dead = tree({ a: '1', '.assay-update/process-999999999': '' })
  writeTogether(dead, new Map([['a', '10']]))
  expect(textOf(dead, 'a')).toBe('10')
})

test('is all old or all new after a kill at any moment', async () => {
  const names = Array.from({ length: 150 }, (_, index) => `folder/${index}`)
  const script = join(import.meta.dirname, '__fixtures__/write-and-be-killed.ts')
  const seen = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    const root = tree(Object.fromEntries(names.map((name) => [name, 'old'])))
    const child = spawn(process.execPath, ['--conditions=@assay/source', '--experimental-strip-types', script, root, String(names.length)], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ended = once(child, 'exit')
    await Promise.race([once(child.stdout, 'data'), ended])
    await new Promise((resolve) => setTimeout(resolve, round * 6))
    child.kill('SIGKILL')
    await ended
    const halfDone = recoverFiles(root)
    const texts = new Set(names.map((name) => textOf(root, name)))
    expect(texts.size).toBe(1)
    seen.add(`${[...texts][0]}${halfDone ? ', put back' : ''}`)
  }
  expect(seen.size).toBeGreaterThan(0)
})
