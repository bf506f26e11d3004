import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { root, textOf } from './workspace.ts'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

const action: Action = parse(textOf('action.yml'))
const certify = action.runs.steps.find(({ id }) => id === 'certify')
const folder = mkdtempSync(join(tmpdir(), 'assay-action-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the script of the step `certify` as a runner does: its expressions are filled in the variables, never in the script. */
async function runStep(inputs: Readonly<Record<string, string>>): Promise<{ code: number; stdout: string }> {
  const filled = Object.entries(certify?.env ?? {}).map(([name, value]) => [
    name,
    value
      .replace(/\$\{\{ github\.action_path \}\}/, root)
      .replace(/^\$\{\{ inputs\.(\S+) \}\}$/, (_, input) => inputs[input] ?? action.inputs[input]?.default ?? ''),
  ])
  const runner = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary.md') }
  writeFileSync(runner.GITHUB_OUTPUT, '')
  const environment = { PATH: process.env.PATH, HOME: process.env.HOME, ...runner, ...Object.fromEntries(filled) }
  try {
    const script = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', certify?.run ?? 'exit 9']
    const { stdout } = await promisify(execFile)('bash', script, { cwd: folder, env: environment })
    return { code: 0, stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, stdout }
  }
}

test('certifies and leaves the reports where the job finds them', { timeout: 60_000 }, async () => {
  const inputs = { provider: 'cryptofuse', level: 'quick', arguments: '--seed\n7\n' }
  const { code, stdout } = await runStep(inputs)
  expect(code).toBe(0)
  expect(stdout).toMatch(/cryptofuse +conforms/)
  expect(JSON.parse(readFileSync(join(folder, 'assay-reports/cryptofuse.json'), 'utf8'))).toMatchObject({ seed: 7 })
  for (const file of ['cryptofuse.xml', 'report.html'])
    expect(existsSync(join(folder, 'assay-reports', file))).toBe(true)
  expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('reports=assay-reports\n')
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/conforms/)
})

test('fails the job when the command does, and takes no input for a part of the script', async () => {
  const { code } = await runStep({ provider: '$(touch harm) `touch harm`', level: 'quick' })
  expect(code).toBe(2)
  expect(existsSync(join(folder, 'harm'))).toBe(false)
})

test('names the actions of others by a commit', () => {
  const used = action.runs.steps.flatMap(({ uses }) => uses ?? [])
  expect(used.length).toBeGreaterThan(0)
  expect(used.filter((name) => !/@[0-9a-f]{40}$/.test(name))).toEqual([])
})
