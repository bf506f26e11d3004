import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appVersion } from './app-version.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-version-'))
afterAll(() => rmSync(folder, { recursive: true }))

function git(...words: readonly string[]): string {
  const identity = ['-c', 'user.name=Nobody', '-c', 'user.email=nobody@example.com', '-c', 'commit.gpgsign=false']
  return execFileSync('git', [...identity, ...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim()
}

test('a version is the commit and the branch of the checkout, unless it is given', () => {
  expect(() => appVersion({ branch: 'main' }, folder)).toThrow('The commit is not known: give --app-version.')
  git('init', '--initial-branch', 'work/one')
  git('commit', '--allow-empty', '--message', 'Begin')
  const number = git('rev-parse', 'HEAD')
  expect(appVersion({}, folder)).toEqual({ number, branch: 'work/one' })
  expect(appVersion({ number: 'c1', branch: 'main' }, folder)).toEqual({ number: 'c1', branch: 'main' })
  git('checkout', '--detach')
  expect(() => appVersion({}, folder)).toThrow('The branch is not known: give --branch.')
  expect(appVersion({ branch: 'main' }, folder)).toEqual({ number, branch: 'main' })
})
