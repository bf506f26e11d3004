import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './workspace.ts'

const PROVIDER = 'alphapo'
const run = promisify(execFile)
const project = mkdtempSync(join(tmpdir(), 'assay-installed-'))
const tarballs = join(project, 'tarballs')
const assay = join(project, 'node_modules/.bin/assay')

/** The settings of the workspace's package manager are none of the new project's. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_(?!config_registry)|pnpm_|ASSAY_|NODE_PATH)/i.test(name)),
)

beforeAll(async () => {
  mkdirSync(tarballs)
  const packed = ['assay...', '@assay/pact...', `@assay/client-${PROVIDER}...`].flatMap((one) => ['--filter', one])
  await pnpm(['-r', ...packed, 'pack', '--pack-destination', tarballs])
  const files = readdirSync(tarballs)
  const dependencies = Object.fromEntries(files.map((file) => [packageOf(file), `file:tarballs/${file}`]))
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'till', private: true, type: 'module', dependencies }),
  )
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: project, env: environment })
}, 120_000)

afterAll(() => rmSync(project, { recursive: true, force: true }))

test('carries every contract', async () => {
  const { stdout } = await run(assay, ['list'], { cwd: project, env: environment })
  const listed = stdout
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(' ', 1)[0])
  expect(listed).toEqual(readdirSync(join(root, 'specs')).sort())
})

test('certifies a mock', { timeout: 60_000 }, async () => {
  const { stdout } = await run(assay, ['certify', PROVIDER, '--level', 'quick'], { cwd: project, env: environment })
  expect(stdout).toMatch(new RegExp(`^${PROVIDER} +conforms`))
})

test("runs a merchant's own test of a callback handler", { timeout: 60_000 }, async () => {
  writeFileSync(
    join(project, 'callbacks.test.js'),
    `
import { test } from 'node:test'
import { verifyCallback } from '@assay/client-${PROVIDER}'
import { callbackSuite } from '@assay/pact'
import { contractOf } from 'assay'

for (const one of callbackSuite(await contractOf('${PROVIDER}'), { verifyCallback, folder: 'callbacks' }))
  test(one.title, () => one.check())
`,
  )
  await run(process.execPath, ['--test', 'callbacks.test.js'], { cwd: project, env: environment })
  expect(readdirSync(join(project, 'callbacks'))).toEqual([`assay-callbacks-${PROVIDER}-${PROVIDER}.json`])
})

test('makes a typed call, and refuses a wrong one', { timeout: 60_000 }, async () => {
  const body = (lifetimes: string) =>
    `{ amount: '100.00', currency: { iso: 'EUR' }, ${lifetimes}, foreign_id: 'order-1' }`
  const source = (lifetimes: string) => `
import { createAlphapo } from '@assay/client-${PROVIDER}'
declare const process: { env: Record<string, string> }
const { ASSAY_ALPHAPO_KEY: key = '', ASSAY_ALPHAPO_SECRET: secret = '', ASSAY_ALPHAPO_BASE_URL: baseUrl = '' } = process.env
const answer = await createAlphapo({ key, secret, baseUrl }).createPaymentRequest(${body(lifetimes)})
console.log(answer.data.foreign_id)
`
  writeFileSync(join(project, 'right.ts'), source('life_time_duration: 3600'))
  writeFileSync(join(project, 'wrong.ts'), source('life_time_duration: 3600, life_time_datetime: 1893456000'))
  const compiler = [
    join(project, 'node_modules/typescript/bin/tsc'),
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--strict',
  ]
  // One run compiles both: it writes the right one, and tells of the wrong one alone.
  const compiled = await run(process.execPath, [...compiler, 'right.ts', 'wrong.ts'], {
    cwd: project,
    env: environment,
  }).catch((error) => error)
  expect(compiled.stdout).toMatch(/^wrong\.ts\(\d+,\d+\): error TS/)
  expect(compiled.stdout).not.toMatch(/^(?!wrong\.ts)\S*error TS/m)

  const mock = spawn(assay, ['mock', PROVIDER, '--port', '0'], {
    cwd: project,
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const exported = await exportsOf(mock.stdout)
    const { stdout } = await run(process.execPath, ['right.js'], { cwd: project, env: { ...environment, ...exported } })
    expect(stdout).toBe('order-1\n')
  } finally {
    mock.kill('SIGINT')
  }
  const [code] = await once(mock, 'exit')
  expect(code).toBe(0)
})

test('records a pact of a client, and verifies it', { timeout: 120_000 }, async () => {
  writeFileSync(
    join(project, 'consumer.js'),
    `
import { createAlphapo } from '@assay/client-${PROVIDER}'
import { consumerSuite } from '@assay/pact'
import { contractOf } from 'assay'
const suite = consumerSuite(await contractOf('${PROVIDER}'), { client: createAlphapo, folder: 'pacts' })
await suite[0].check()
console.log(suite[0].title)
`,
  )
  const { stdout } = await run(process.execPath, ['consumer.js'], { cwd: project, env: environment })
  expect(stdout).toContain('(accepts/minimal)')
  const pact = `pacts/assay-client-${PROVIDER}-${PROVIDER}.json`
  const verified = await run(assay, ['pact', 'verify', PROVIDER, '--pact', pact], { cwd: project, env: environment })
  expect(verified.stdout).toMatch(new RegExp(`^${PROVIDER} +conforms .* 1 cases`))
})

/** The variables that `assay mock` prints, as soon as all are there. */
async function exportsOf(output: NodeJS.ReadableStream): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const line of createInterface({ input: output })) {
    const [, name, value] = /^export (\w+)=(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined) found[name] = value
    if (Object.keys(found).length === 3) break
  }
  return found
}

/** Inside a script the package manager that runs it, elsewhere the one the workspace names. */
function pnpm(words: readonly string[]): Promise<unknown> {
  const own = process.env.npm_execpath
  const [file, first] = own?.includes('pnpm') ? [process.execPath, [own]] : ['npx', ['-y', 'pnpm@10']]
  return run(file, [...first, ...words], { cwd: root })
}

/** `assay-client-x-0.1.0.tgz` is the package `@assay/client-x`. */
function packageOf(file: string): string {
  const name = file.replace(/-\d+\.\d+\.\d+\.tgz$/, '')
  return name.replace(/^assay-/, '@assay/')
}
