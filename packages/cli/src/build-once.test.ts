import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const buildOnce = join(import.meta.dirname, '../bin/build-once.js')
let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'assay-build-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

/** Starts a process that wants the command built; its build notes itself, takes a while and leaves what a build leaves, or fails. */
async function wantBuilt(fails = false): Promise<boolean> {
  const script = `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
    import { buildOnce } from ${JSON.stringify(buildOnce)}
    const build = async () => {
      appendFileSync('builds', 'x')
      await new Promise((resolve) => setTimeout(resolve, 300))
      if (${fails}) throw new Error('no compiler')
      mkdirSync('bundle', { recursive: true })
      writeFileSync('bundle/main.js', '')
      mkdirSync('dist/contracts', { recursive: true })
    }
    process.exitCode = (await buildOnce(process.cwd(), build)) ? 0 : 1`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: home, stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  return code === 0
}

test('builds once, however many processes want it at the same time', async () => {
  expect(await Promise.all([wantBuilt(), wantBuilt(), wantBuilt(), wantBuilt()])).toEqual([true, true, true, true])
  expect(readFileSync(join(home, 'builds'), 'utf8')).toBe('x')
  expect(existsSync(join(home, '.building'))).toBe(false)
})

test('builds again where a build of old left no bundle', async () => {
  mkdirSync(join(home, 'dist/contracts'), { recursive: true })
  expect(await wantBuilt()).toBe(true)
  expect(readFileSync(join(home, 'builds'), 'utf8')).toBe('x')
})

test('takes over from a build that died', async () => {
  // No process has this number: it is beyond what Linux, macOS and Windows give out.
  writeFileSync(join(home, '.building'), '2000000000')
  expect(await wantBuilt()).toBe(true)
})

test('tells when it cannot build, and leaves no lock', async () => {
  expect(await wantBuilt(true)).toBe(false)
  expect(existsSync(join(home, '.building'))).toBe(false)
})
