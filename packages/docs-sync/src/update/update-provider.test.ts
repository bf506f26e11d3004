import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { afterEach, expect, test } from 'vitest'
import { checkExitCode } from '../check/check-exit-code.ts'
import { checkProvider } from '../check/check-provider.ts'
import { driftReportFormats } from '../drift-report/drift-report.ts'
import { updateProvider } from './update-provider.ts'

const repository = join(import.meta.dirname, '../../../..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A checkout with one provider alone. */
function checkout(provider: string): string {
  const root = mkdtempSync(join(tmpdir(), 'assay-update-'))
  folders.push(root)
  cpSync(join(repository, 'specs', provider), join(root, 'specs', provider), { recursive: true })
  const client = join('packages/clients', provider)
  cpSync(join(repository, client), join(root, client), {
    recursive: true,
    filter: (path) => !/node_modules|dist|\.turbo|\.test$/.test(path),
  })
  return root
}

/** The provider's own document as a page, edited. */
function page(root: string, provider: string, edit: (text: string) => string): string {
  const text = readFileSync(join(root, 'specs', provider, 'openapi.yaml'), 'utf8')
  const edited = edit(text)
  if (edited === text) throw new Error('The edit changes nothing.')
  writeFileSync(join(root, 'page.yaml'), edited)
  return join(root, 'page.yaml')
}

const optionsOf = (root: string, provider: string, from: string) => ({
  root,
  folder: join(root, 'specs', provider),
  from,
  today: '2027-01-02',
})

function textsOf(root: string, folder = ''): Record<string, string> {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return Object.fromEntries(
    entries.flatMap((entry): [string, string][] => {
      const path = join(folder, entry.name)
      return entry.isDirectory()
        ? Object.entries(textsOf(root, path))
        : [[path, readFileSync(join(root, path), 'utf8')]]
    }),
  )
}

/** What a compiler says of a body for a provider's client. */
function compile(root: string, provider: string, body: string): readonly string[] {
  const types = join(root, 'packages/clients', provider, 'src/generated/types.ts')
  const call = join(root, 'call.ts')
  writeFileSync(
    call,
    `import type { CreatePaymentRequestBody } from '${types}'\nexport const body: CreatePaymentRequestBody = ${body}\n`,
  )
  const options = { strict: true, noEmit: true, noLib: true, allowImportingTsExtensions: true, types: [] }
  const program = ts.createProgram([call], options)
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(call))
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))
}

const RENAMED = 'cryptoprocessing-payments'
const rename = (text: string) => text.replaceAll('life_time_date_time', 'life_time_datetime')
const call = (name: string) => `{ amount: '1', currency: { iso: 'EUR' }, foreign_id: 'x', ${name}: 1790000000 }`

test('tells of a renamed field what breaks, updates everything, and the old call no longer compiles', async () => {
  const root = checkout(RENAMED)
  expect(compile(root, RENAMED, call('life_time_date_time'))).toEqual([])
  const options = optionsOf(root, RENAMED, page(root, RENAMED, rename))

  const check = await checkProvider(options)
  expect(checkExitCode([check])).toBe(1)
  const changes = 'changes' in check ? check.changes.filter(({ subject }) => subject !== 'prose') : []
  expect(changes).toMatchObject([
    {
      level: 'breaking',
      action: 'renamed',
      direction: 'request',
      line: 37,
      rules: [
        'life-time.at-least-one',
        'life-time.not-both',
        'life-time.date-time-type',
        'response.life-time-unix-seconds',
      ],
      types: ['CreatePaymentRequestBody.life_time_date_time'],
      corrections: [{ action: 3, defect: 'DEF-CP1-02', file: 'overlay.yaml' }],
    },
  ])

  const { written, refused } = await updateProvider(options)
  expect(refused).toBeUndefined()
  expect(written).toContain(`packages/clients/${RENAMED}/src/generated/types.ts`)
  expect(compile(root, RENAMED, call('life_time_datetime'))).toEqual([])
  expect(compile(root, RENAMED, call('life_time_date_time')).join()).toMatch(/life_time_date(?:_time|time)/)
  expect((await checkProvider(options)).status).toBe('unchanged')
})

test('stops where the overlay speaks of what is gone, and sets it aside when told to', async () => {
  const root = checkout('cryptofuse')
  const gone = (text: string) => text.replace(/ {16}custom_id:\n(?: {18,}.*\n)+/, '')
  const options = optionsOf(root, 'cryptofuse', page(root, 'cryptofuse', gone))
  const before = textsOf(root)
  const stopped = await updateProvider(options)
  expect(stopped.refused).toMatch(/statements of the overlay lead to what the page no longer has/)
  expect(textsOf(root)).toEqual(before)
  const { check } = stopped
  const orphans = 'plan' in check ? (check.plan?.orphans ?? []) : []
  expect(orphans.map(({ name }) => name)).toContain('rule custom-id.max-64')

  const { written } = await updateProvider({ ...options, setAside: true })
  expect(written).toContain('specs/cryptofuse/overlay.yaml')
  const overlay = readFileSync(join(root, 'specs/cryptofuse/overlay.yaml'), 'utf8')
  expect(overlay.split('x-orphaned:')[1]).toContain('custom-id.max-64')
})

test('names the corrections that a page makes needless', async () => {
  const root = checkout('alphapo')
  const mended = (text: string) =>
    text.replace(
      /( {12}required:|\n {14}required:)\n {16}- amount\n {16}- currency\n {16}- life_time_duration\n {16}- life_time_datetime\n/,
      '\n              required:\n                - amount\n                - currency\n',
    )
  const check = await checkProvider(optionsOf(root, 'alphapo', page(root, 'alphapo', mended)))
  const needless = 'plan' in check ? (check.plan?.needless ?? []) : []
  expect(needless.map(({ defect }) => defect)).toEqual(['DEF-ALP-01'])
})

test('copies no words of the page', async () => {
  const root = checkout('finrax')
  const worded = (text: string) =>
    text.replaceAll(/description: [^>\n]*$/gm, 'description: Words of the page').replace('TRX]', 'TRX, NEW]')
  const { refused } = await updateProvider({
    ...optionsOf(root, 'finrax', page(root, 'finrax', worded)),
    setAside: true,
  })
  expect(refused).toBeUndefined()
  rmSync(join(root, 'page.yaml'))
  expect(Object.entries(textsOf(root)).filter(([, text]) => text.includes('Words of the page'))).toEqual([])
  expect(readFileSync(join(root, 'specs/finrax/openapi.yaml'), 'utf8')).toContain('NEW')
})

test('leaves everything as it was where the contract cannot be made', async () => {
  const root = checkout('alphapo')
  const contradicted = (text: string) => text.replace("amount: '100'", 'amount: [1]')
  const options = optionsOf(root, 'alphapo', page(root, 'alphapo', contradicted))
  const before = textsOf(root)
  const { refused } = await updateProvider({ ...options, setAside: true })
  expect(refused).toMatch(/^With what the page says now the contract cannot be read\. .*contradicts its example/)
  expect(textsOf(root)).toEqual(before)
  expect(existsSync(join(root, '.assay-update'))).toBe(false)
})

test('never takes a page that cannot be read for unchanged', async () => {
  const root = checkout('cryptofuse')
  const good = readFileSync(join(root, 'specs/cryptofuse/openapi.yaml'), 'utf8')
  const server = createServer((request, response) => {
    const { url } = request
    if (url === '/changed') response.end(good.replace('maxLength: 64', 'maxLength: 9'))
    else if (url === '/login')
      response
        .setHeader('content-type', 'text/html')
        .end('<html lang="en"><body><h1>Log in</h1><form></form></body></html>')
    else if (url === '/empty') response.end()
    else if (url === '/cut') response.end(good.slice(0, good.length / 2))
    else if (url === '/slow') response.write('openapi')
    else response.writeHead(500).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = (path: string) =>
    checkProvider({
      ...optionsOf(root, 'cryptofuse', `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`),
      timeout: 700,
    })
  try {
    expect((await at('/changed')).status).toBe('changed')
    for (const path of ['/login', '/empty', '/slow', '/down'])
      expect([path, checkExitCode([await at(path)])]).toEqual([path, 3])
    expect(checkExitCode([await at('/cut')])).not.toBe(0)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('says so where no address is known', async () => {
  const { from: _, ...options } = optionsOf(checkout('alphapo'), 'alphapo', '')
  const check = await checkProvider(options)
  expect(check).toMatchObject({
    status: 'no-address',
    reason: expect.stringContaining('No address is known for the page create-payment-request'),
  })
  expect(checkExitCode([check])).toBe(2)
})

test('reports to a person, a program and a pull request', async () => {
  const root = checkout(RENAMED)
  const check = await checkProvider(optionsOf(root, RENAMED, page(root, RENAMED, rename)))
  const shown =
    'changes' in check
      ? { ...check, changes: check.changes.filter(({ subject }) => subject !== 'prose'), problems: [] }
      : check
  const text = (name: string) =>
    driftReportFormats.find((format) => format.name === name)?.write([{ check: shown }], { colours: false })
  expect(text('terminal')).toMatchInlineSnapshot(`
    "cryptoprocessing-payments: Changed: 1 breaking.
      breaking  Request /life_time_date_time is called life_time_datetime now. [create-payment-request:37]
                rules: life-time.at-least-one, life-time.not-both, life-time.date-time-type, response.life-time-unix-seconds
                types: CreatePaymentRequestBody.life_time_date_time
                corrections: overlay.yaml action 3 (DEF-CP1-02)
      Renamed in the overlay as well
        overlay.yaml:34 life_time_date_time → life_time_datetime
        overlay.yaml:36 life_time_date_time → life_time_datetime
        overlay.yaml:28 request/life_time_date_time → request/life_time_datetime
        overlay.yaml:238 /life_time_date_time → /life_time_datetime
        overlay.yaml:344 life_time_date_time → life_time_datetime
        overlay.yaml:348 request/life_time_date_time → request/life_time_datetime
        overlay.yaml:352 life_time_date_time → life_time_datetime
        overlay.yaml:357 request/life_time_date_time → request/life_time_datetime
        overlay.yaml:366 /life_time_date_time → /life_time_datetime
        overlay.yaml:368 request/life_time_date_time → request/life_time_datetime
        overlay.yaml:566 /life_time_date_time → /life_time_datetime
      The client changes: major version.
    "
  `)
  expect(text('markdown')?.split('\n').slice(0, 8).join('\n')).toMatchInlineSnapshot(`
    "## cryptoprocessing-payments

    Changed: 1 breaking.

    | level | change | place | rules | client types | corrections |
    | --- | --- | --- | --- | --- | --- |
    | breaking | Request /life\\_time\\_date\\_time is called life\\_time\\_datetime now. | create-payment-request, line 37 | \`life-time.at-least-one\`, \`life-time.not-both\`, \`life-time.date-time-type\`, \`response.life-time-unix-seconds\` | \`CreatePaymentRequestBody.life_time_date_time\` | DEF-CP1-02 |
    "
  `)
  const json = JSON.parse(text('json') ?? '')
  expect(json).toMatchObject({
    version: 1,
    providers: [
      { provider: RENAMED, status: 'changed', client: 'major', orphaned: [], changes: [{ level: 'breaking' }] },
    ],
  })
})
