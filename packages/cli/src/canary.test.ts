import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { reportFormats } from '@assay/report'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

const KEY = 'canary-key-7f3a/Q+z~9'
const SECRET = 'canary secret "4e1b"/W+y=&<x>'

/** Every form that a canary may take, made here and not by what is tested. */
function formsOf(canary: string): readonly string[] {
  const bytes = Buffer.from(canary)
  const inside = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift, 'x'), bytes, Buffer.alloc(3, 'x')]).toString('base64')
    // What stands at the ends depends on the neighbours.
    return text.slice(shift === 0 ? 0 : 4, Math.floor((shift + bytes.length) / 3) * 4)
  })
  const forms = [
    canary,
    JSON.stringify(canary).slice(1, -1),
    encodeURIComponent(canary),
    encodeURI(canary),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ...inside,
    ...inside.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  return [...new Set(forms)]
}
const forms = [...formsOf(KEY), ...formsOf(SECRET)]

let world: FixtureWorld
let server: Server | undefined
let scenarios = 0
beforeAll(async () => {
  world = await fixtureWorld()
})
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
  rmSync(join(world.folder, 'out'), { recursive: true, force: true })
})
afterAll(() => world.remove())

/** A canary as a careless program may write it, alone and in the middle of something longer. */
function encodings(canary: string): readonly string[] {
  const longer = ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${canary}:and more`))
  return [
    canary,
    JSON.stringify(canary),
    JSON.stringify(JSON.stringify(canary)),
    encodeURIComponent(canary),
    encodeURI(canary),
    canary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    Buffer.from(canary).toString('hex'),
    Buffer.from(canary).toString('hex').toUpperCase(),
    Buffer.from(canary).toString('base64'),
    Buffer.from(canary).toString('base64url'),
    ...longer.flatMap((bytes) => [bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')]),
  ]
}

/** What every leaking provider tells, and what signed the request besides. */
const leak = (signature: string) =>
  [...encodings(KEY), ...encodings(SECRET), signature, Buffer.from(signature).toString('base64')].join(' ')

const leaks: readonly (readonly [
  string,
  (signature: string, body: string) => { status: number; headers?: Record<string, string>; body: string } | undefined,
])[] = [
  ['in a refusal', (signature) => ({ status: 401, body: JSON.stringify({ error: leak(signature) }) })],
  [
    'in a success',
    (signature, body) => ({
      status: 201,
      body: JSON.stringify({ id: leak(signature), ...JSON.parse(body === '' ? '{}' : body) }),
    }),
  ],
  [
    'in a page',
    (signature) => ({ status: 500, headers: { 'content-type': 'text/html' }, body: `<b>${leak(signature)}</b>` }),
  ],
  [
    'in a redirect',
    (signature) => ({
      status: 302,
      headers: { location: `https://x.example/?${encodeURIComponent(leak(signature))}` },
      body: '',
    }),
  ],
  [
    'in headers',
    (signature) => ({
      status: 422,
      headers: {
        server: Buffer.from(SECRET).toString('hex'),
        'x-request-id': signature,
        'www-authenticate': encodeURIComponent(SECRET),
        via: `1.1 ${KEY}`,
      },
      body: '{"error":"x"}',
    }),
  ],
  ['before it breaks off', () => undefined],
]

/** Starts a provider that leaks, and gives the environment that leads to it. */
async function leaking(how: (typeof leaks)[number][1]): Promise<Readonly<Record<string, string>>> {
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const signature = String(request.headers['x-toll-signature'] ?? '')
      let answer: ReturnType<typeof how>
      try {
        answer = how(signature, Buffer.concat(chunks).toString('utf8'))
      } catch {
        answer = { status: 400, body: leak(signature) }
      }
      if (answer === undefined) {
        response.writeHead(201, { 'content-length': '100000' })
        response.write(leak(signature), () => request.socket.destroy())
        return
      }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    ASSAY_TOLLGATE_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    ASSAY_TOLLGATE_KEY: KEY,
    ASSAY_TOLLGATE_SECRET: SECRET,
    ASSAY_DEBUG: '1',
  }
}

/** Runs a line and looks for canaries in all that it printed and wrote. */
async function silent(line: string | readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  const words = typeof line === 'string' ? line : line.join(' ')
  const { stdout, stderr } = await world.assay(words, { environment })
  scenarios += 1
  const written = filesIn(join(world.folder, 'out')).map((file) => [file, readFileSync(file, 'utf8')] as const)
  const all = [['stdout', stdout] as const, ['stderr', stderr] as const, ...written]
  const found = all.flatMap(([place, text]) =>
    forms.filter((form) => text.includes(form)).map((form) => `${words}: ${place}: ${form}`),
  )
  expect(found.slice(0, 3).map((text) => text.slice(-120))).toEqual([])
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    // Nothing was written.
    return []
  }
}

const reports = reportFormats.map(({ name }) => `--report ${name}=out/${name}`).join(' ')

test.each(leaks)(
  'shows no canary in any report of a provider that leaks %s, nor when it is replayed',
  async (_, how) => {
    const environment = await leaking(how)
    await silent(`certify --level quick --only order.length --timeout 1 ${reports}`, environment)
    await silent('replay out/ndjson', environment)
    await silent('replay out/json --json', environment)
    await silent('report check out/json', environment)
    await silent('doctor tollgate --timeout 1', environment)
    await silent('doctor tollgate --timeout 1 --json', environment)
  },
)

test.each(reportFormats.map(({ name }) => [name]))('shows no canary in the report %s on stdout', async (format) => {
  const [, how] = leaks[1] ?? leaks[0] ?? []
  if (how === undefined) throw new Error('Some provider leaks.')
  await silent(`certify --level quick --only response.amount-echo --timeout 1 --report ${format}`, await leaking(how))
})

test('shows no canary in any other command', async () => {
  const environment = { ASSAY_TOLLGATE_KEY: KEY, ASSAY_TOLLGATE_SECRET: SECRET, ASSAY_DEBUG: '1' }
  const lines = [
    'certify --plan --level quick --base-url http://127.0.0.1:1',
    'certify --level quick --base-url http://127.0.0.1:1 --timeout 1',
    'doctor tollgate --base-url http://127.0.0.1:1 --timeout 1',
    'list',
    'list tollgate',
    'list --defects',
    'explain order.length',
    'payloads tollgate --count 3',
    'payloads tollgate --breaking order.length',
    'generate --check',
    'docs check tollgate',
    'docs check tollgate --from gone.md',
    'pact compare tollgate',
    'pact verify tollgate',
    'pact verify tollgate --base-url http://127.0.0.1:1 --timeout 1',
    'pact publish tollgate',
    'init newcomer --from gone.md',
    'completion bash',
    '--help',
    'certify --help',
  ]
  for (const line of lines) await silent(line, environment)
})

test('shows no canary that was typed where it does not belong', async () => {
  const environment = { ASSAY_TOLLGATE_KEY: KEY, ASSAY_TOLLGATE_SECRET: KEY, ASSAY_DEBUG: '1' }
  const lines = [
    `certify ${KEY}`,
    `certify --only ${KEY}`,
    `certify --base-url ${KEY}`,
    `certify --base-url http://me:${encodeURIComponent(KEY)}@127.0.0.1:1`,
    `certify --set ${KEY}`,
    `certify --set /order=${KEY} --set ${KEY}=1`,
    `certify --report ${KEY}`,
    `certify --report json=specs/tollgate/openapi.yaml/${KEY}`,
    `certify --expected-failures ${KEY}`,
    `certify --config ${KEY}`,
    `certify --seed ${KEY}`,
    `certify --level ${KEY}`,
    `certify --${KEY}`,
    `certify --proxy ${KEY}`,
    `certify --shard ${KEY}`,
    `explain ${KEY}`,
    `payloads ${KEY}`,
    `replay ${KEY}`,
    `report check ${KEY}`,
    `docs check ${KEY}`,
    `docs check tollgate --from ${KEY}`,
    `docs update tollgate --from http://127.0.0.1:1/?key=${encodeURIComponent(KEY)}`,
    `pact verify tollgate --pact ${KEY}`,
    `pact publish tollgate --app-version ${KEY}`,
    `init ${KEY} --from ${KEY}`,
    `completion ${KEY}`,
    KEY,
  ]
  for (const line of lines) await silent(line, environment)
})

test.each([
  ['yaml', `providers:\n  tollgate:\n    secret: '${SECRET}'\n`],
  ['yaml', `providers:\n  tollgate:\n    pins: { /order: '${KEY}' }\n`],
  ['yaml', `level: '${KEY}'\n`],
  ['yaml', `'${KEY}': 1\n`],
  ['yaml', `seed: [ '${SECRET}\n`],
  ['json', `{ "budget": "${KEY}" }`],
  ['json', `{ "proxy": "http://me:${KEY}@proxy.example" }`],
  ['ts', `throw new Error('${KEY}')\n`],
])('shows no canary of a config with one in it: %s %s', async (type, text) => {
  const file = join(world.folder, `assay.config.${type}`)
  writeFileSync(file, text)
  await silent('certify --plan', { ASSAY_TOLLGATE_KEY: KEY, ASSAY_TOLLGATE_SECRET: SECRET, ASSAY_DEBUG: '1' })
  rmSync(file)
})

test('went through many scenarios', () => {
  expect(scenarios).toBeGreaterThan(80)
})
