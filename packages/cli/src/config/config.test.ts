import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from '../__fixtures__/fixture-world.ts'
import { configJsonSchema } from './config-json-schema.ts'
import { readConfig } from './read-config.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterEach(() => {
  for (const type of ['ts', 'yaml', 'json', 'toml']) rmSync(join(world.folder, `assay.config.${type}`), { force: true })
})
afterAll(() => world.remove())

const write = (name: string, text: string) => writeFileSync(join(world.folder, name), text)
const credentials = { ASSAY_TOLLGATE_KEY: 'toll-key', ASSAY_TOLLGATE_SECRET: 'toll-secret' }

test('ships the JSON Schema of what it reads', async () => {
  await expect(configJsonSchema()).toMatchFileSnapshot('../../config.schema.json')
})

test.each([
  ['assay.config.yaml', 'level: quick\nproviders:\n  tollgate:\n    pins: { /order: from-config }\n'],
  ['assay.config.json', '{ "level": "quick", "providers": { "tollgate": { "pins": { "/order": "from-config" } } } }'],
  [
    'assay.config.ts',
    "const order: string = 'from-config'\nexport default { level: 'quick', providers: { tollgate: { pins: { '/order': order } } } }\n",
  ],
])('reads %s', async (name, text) => {
  write(name, text)
  const { code, stdout, stderr } = await world.assay('certify --plan --only order.length')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('"order":"from-config"')
})

test('lets a flag go before the environment, that before the config, and that before the mock', async () => {
  const line = 'certify --plan --level quick --only order.length'
  const target = (stdout: string) => /planned for (\S+),/.exec(stdout)?.[1]
  expect(target((await world.assay(line)).stdout)).toBe('http://127.0.0.1:4010/v1')
  write('assay.config.yaml', 'providers: { tollgate: { baseUrl: "http://127.0.0.1:3/c" } }')
  expect(target((await world.assay(line, { environment: credentials })).stdout)).toBe('http://127.0.0.1:3/c')
  const environment = { ...credentials, ASSAY_TOLLGATE_BASE_URL: 'http://127.0.0.1:2/e' }
  expect(target((await world.assay(line, { environment })).stdout)).toBe('http://127.0.0.1:2/e')
  expect(target((await world.assay(`${line} --base-url http://127.0.0.1:1/f`, { environment })).stdout)).toBe(
    'http://127.0.0.1:1/f',
  )
})

test('lets a flag go before the config, and a provider before all', async () => {
  write('assay.config.yaml', 'seed: 5\nlevel: quick\nproviders: { tollgate: { seed: 9, pins: { /order: c } } }')
  const plan = async (flags: string) => (await world.assay(`certify --plan ${flags}`)).stdout
  expect(await plan('')).toBe(await plan('--seed 9'))
  expect(await plan('')).not.toBe(await plan('--seed 5'))
  expect(await plan('--set /order=f')).toContain('"order":"f"')
})

test('plans with the currencies of the account and no others', async () => {
  write('assay.config.yaml', 'providers: { tollgate: { currencies: [USD] } }')
  const { stdout } = await world.assay('payloads tollgate --count 20')
  expect([...new Set(stdout.match(/"currency":"\w+"/g))]).toEqual(['"currency":"USD"'])
})

test('expects the failures that the config lists, by id or by a file beside it', async () => {
  mkdirSync(join(world.folder, 'ci'), { recursive: true })
  write('ci/known.txt', 'order.gone\n')
  write('ci/assay.config.yaml', 'level: quick\nexpectedFailures: known.txt\nreport: [json=out.json]\n')
  expect((await world.assay('certify --config ci/assay.config.yaml --report terminal')).stdout).toContain('order.gone')
  write('assay.config.yaml', 'level: quick\nexpectedFailures: [order.lost]\n')
  expect((await world.assay('certify')).stdout).toContain('order.lost')
})

test.each([
  ['yaml', 'budgte: 5', 'assay.config.yaml:1:1: There is no setting "budgte". Did you mean "budget"?'],
  [
    'yaml',
    'providers:\n  tollgate:\n    baseurl: http://127.0.0.1:9\n',
    'assay.config.yaml:3:5: There is no setting "providers.tollgate.baseurl". Did you mean "baseUrl"?',
  ],
  ['yaml', 'level: quik', 'assay.config.yaml:1:8: "level" takes quick, standard or thorough. Did you mean "quick"?'],
  ['json', '{\n  "budget": 0\n}', 'assay.config.json:2:13: "budget" takes a whole number from 1 up, not 0.'],
  ['yaml', 'rate: fast', 'assay.config.yaml:1:7: "rate" takes requests a second, such as 5 or "5/s".'],
  ['yaml', 'timeout: -1', 'assay.config.yaml:1:10: "timeout" takes seconds, such as 5 or 0.5, not -1.'],
  [
    'yaml',
    'providers: { tolgate: { seed: 1 } }',
    'assay.config.yaml:1:14: There is no provider "tolgate". Did you mean "tollgate"?',
  ],
  [
    'yaml',
    'providers: { tollgate: { pins: { /ordr: x } } }',
    'assay.config.yaml:1:34: No request body of tollgate has a member at "/ordr". Did you mean "/order"?',
  ],
  [
    'yaml',
    'providers: { tollgate: { pins: { /amount: 100.10 } } }',
    'assay.config.yaml:1:34: The pin /amount takes a value of type string: put it in quotes.',
  ],
  [
    'yaml',
    'providers: { tollgate: { pins: { amount: "1" } } }',
    'assay.config.yaml:1:42: "providers.tollgate.pins.amount" takes JSON Pointers, such as /amount, to values.',
  ],
  [
    'yaml',
    'providers: { tollgate: { currencies: [EURR] } }',
    'assay.config.yaml:1:39: The contract of tollgate has no currency "EURR". Did you mean "EUR"? Give type and decimals with the code where the account has it.',
  ],
  [
    'yaml',
    'providers: { tollgate: { baseUrl: "http://me:pass@toll.example" } }',
    'assay.config.yaml:1:35: "providers.tollgate.baseUrl" takes an absolute http or https URL without user and password.',
  ],
  [
    'yaml',
    'providers:\n  tollgate:\n    secret: hush-hush\n',
    'assay.config.yaml:3:5: "secret" is a credential, and those come from the environment alone: set ASSAY_TOLLGATE_SECRET and take it out of the file.',
  ],
  [
    'json',
    '{ "apiKey": "hush-hush" }',
    'assay.config.json:1:3: "apiKey" is a credential, and those come from the environment alone: set ASSAY_<PROVIDER>_KEY and take it out of the file.',
  ],
  [
    'yaml',
    'providers: { tollgate: { pins: { /order: toll-secret } } }',
    'assay.config.yaml:1:34: "/order" is a credential, and those come from the environment alone: set ASSAY_TOLLGATE_SECRET and take it out of the file.',
  ],
  ['yaml', 'seed: [', /^assay\.config\.yaml:1:8: /],
  ['yaml', '- seed', 'assay.config.yaml holds no settings: a config is settings by name.'],
  ['json', '{ "seed": 1, "seed": 2 }', 'assay.config.json:1:14: Map keys must be unique.'],
  ['ts', 'const seed: number = 1\n\nthrow new Error(String(seed))\n', 'assay.config.ts:3 cannot be run: 1.'],
  ['ts', 'export default {\n  seed: 1 +\n}\n', /^assay\.config\.ts:\d(:\d+)? cannot be run: /],
  ['ts', 'export default { sed: 1 }\n', 'assay.config.ts: There is no setting "sed". Did you mean "seed"?'],
  [
    'toml',
    'seed = 1',
    'assay.config.toml is not read: a config is assay.config.ts, assay.config.yaml, assay.config.json.',
  ],
])('refuses a wrong config in one sentence: %s %j', async (type, text, sentence) => {
  write(`assay.config.${type}`, text)
  const { code, stdout, stderr } = await world.assay('certify --plan', { environment: credentials })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  if (typeof sentence === 'string') expect(stderr).toBe(`${sentence}\n`)
  else expect(stderr).toMatch(sentence)
  expect(stderr.split('\n').length).toBe(2)
  expect(stderr).not.toMatch(/hush-hush|toll-secret|me:pass|\n {4}at /)
})

test('reads the examples of the documents', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../docs/config.md'), 'utf8')
  const examples = [...page.matchAll(/^```(yaml|ts)\n(.*?)^```$/gms)].map(([, type = '', text = '']) => ({
    type,
    text,
  }))
  expect(examples.map(({ type }) => type)).toEqual(['yaml', 'ts'])
  for (const { type, text } of examples) {
    const folder = mkdtempSync(join(world.folder, 'example-'))
    const told = text.replace("import { defineConfig } from 'assay'", 'const defineConfig = (config: object) => config')
    writeFileSync(join(folder, `assay.config.${type}`), told)
    const loaded = await readConfig({ folder, environment: {} })
    expect(loaded?.config).toMatchObject({
      level: 'quick',
      providers: { alphapo: { pins: { '/currency/iso': 'EUR' } } },
    })
  }
})

test('refuses two configs, and one that is not there', async () => {
  write('assay.config.yaml', 'seed: 1')
  write('assay.config.json', '{}')
  expect((await world.assay('certify --plan')).stderr).toBe(
    'There are assay.config.yaml and assay.config.json: keep one of them.\n',
  )
  expect((await world.assay('certify --plan --config assay.confg.yaml')).stderr).toMatch(
    /^There is no config file "assay\.confg\.yaml"\. Did you mean ".*assay\.config\.yaml"\?\n$/,
  )
})
