import fs, { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { recoverFiles, writeTogether } from './write-together.ts'

const killed = { after: Number.POSITIVE_INFINITY }
/** Changes of files are counted, and each one after the process is killed is refused. */
const { renameSync, rmSync: remove, openSync } = fs
function counted<Parameters extends unknown[], Result>(change: (...parameters: Parameters) => Result) {
  return (...parameters: Parameters): Result => {
    if (killed.after <= 0) throw new Error('killed')
    killed.after -= 1
    return change(...parameters)
  }
}
beforeAll(() => {
  Object.assign(fs, { renameSync: counted(renameSync), rmSync: counted(remove), openSync: counted(openSync) })
  syncBuiltinESMExports()
})
afterAll(() => {
  Object.assign(fs, { renameSync, rmSync: remove, openSync })
  syncBuiltinESMExports()
})

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
const textOf = (root: string, path: string) =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

test('writes, makes and takes away, and leaves nothing behind', () => {
  const root = tree({ a: '1', b: '2' })
  writeTogether(
    root,
    new Map([
      ['a', '10'],
      ['b', undefined],
      ['c/d', '30'],
    ]),
  )
  expect(['a', 'b', 'c/d', '.assay-update'].map((path) => textOf(root, path))).toEqual([
    '10',
    undefined,
    '30',
    undefined,
  ])
})

test('leaves everything as it was where one file cannot be written', () => {
  const root = tree({ a: '1', 'folder/x': '2' })
  expect(() =>
    writeTogether(
      root,
      new Map([
        ['a', '10'],
        ['folder', 'a text where a folder stands'],
      ]),
    ),
  ).toThrow()
  expect(['a', 'folder/x', '.assay-update'].map((path) => textOf(root, path))).toEqual(['1', '2', undefined])
})

test('refuses while another update runs, and takes over from one that is gone', () => {
  const root = tree({ a: '1', [`.assay-update/process-${process.ppid}`]: '' })
  expect(() => writeTogether(root, new Map([['a', '10']]))).toThrow(/^Another update is under way \(process \d+\)/)
  const dead = tree({ a: '1', '.assay-update/process-999999999': '' })
  writeTogether(dead, new Map([['a', '10']]))
  expect(textOf(dead, 'a')).toBe('10')
})

test('is all old or all new wherever it is killed, once the next one has looked', () => {
  const seen: string[] = []
  for (let steps = 0; seen.at(-1) !== 'done'; steps += 1) {
    expect(steps).toBeLessThan(200)
    const root = tree({ a: 'old', 'b/c': 'old', gone: 'old' })
    // After so many steps every further change of the file system fails, that of tidying up included: so it is for a process that was killed.
    killed.after = steps
    let isDone = true
    try {
      writeTogether(
        root,
        new Map([
          ['a', 'new'],
          ['b/c', 'new'],
          ['gone', undefined],
          ['fresh/d', 'new'],
        ]),
      )
    } catch {
      isDone = false
    }
    killed.after = Number.POSITIVE_INFINITY
    const half = recoverFiles(root) ? 'put back' : 'untouched'
    const state = ['a', 'b/c', 'gone', 'fresh/d', '.assay-update'].map((path) => textOf(root, path) ?? '-').join(' ')
    expect(isDone ? ['new new - new -'] : ['old old old - -', 'new new - new -']).toContain(state)
    seen.push(isDone ? 'done' : state.startsWith('old') ? half : 'all new')
  }
  expect(new Set(seen)).toEqual(new Set(['untouched', 'put back', 'all new', 'done']))
})

test('can be killed while it puts back, too', () => {
  for (let steps = 0; steps < 40; steps += 1) {
    const root = tree({ a: 'old', b: 'old', c: 'old' })
    interrupt(root)
    killed.after = steps
    try {
      recoverFiles(root)
    } catch {
      // Killed again.
    }
    killed.after = Number.POSITIVE_INFINITY
    recoverFiles(root)
    expect(['a', 'b', 'c', '.assay-update'].map((path) => textOf(root, path))).toEqual(['old', 'old', 'old', undefined])
  }
})

/** An update that was killed when one of three files had been moved into place. */
function interrupt(root: string): void {
  mkdirSync(join(root, '.assay-update'))
  const files = ['a', 'b', 'c'].map((path) => ({ path, staged: `new-${path}`, saved: `old-${path}` }))
  for (const { saved } of files) writeFileSync(join(root, '.assay-update', saved), 'old')
  writeFileSync(join(root, '.assay-update/journal.json'), JSON.stringify({ process: 999_999_999, files }))
  writeFileSync(join(root, 'a'), 'new')
}
