import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { answerJson, type Script, type ScriptedServer, scriptedServer } from './__fixtures__/scripted-server.ts'
import { smallContract } from './__fixtures__/small-contract.ts'
import { credentials, smallTill } from './__fixtures__/small-till.ts'
import { certify } from './certify.ts'
import type { CertifyOptions } from './certify-options.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { planOf } from './plan/plan-of.ts'
import type { Report } from './report/report.ts'
import { reportOf } from './report-of.ts'
import { carryOut } from './run/carry-out.ts'

const usual: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1',
  credentials,
  seed: 1,
  accountKnown: true,
  level: 'quick',
  // What answers is waited for, however busy this machine is.
  timeoutSeconds: 20,
}
/** For what never answers. */
const impatient = { timeoutSeconds: 0.4 }
const plan = planOf(smallContract, usual)

const servers: ScriptedServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

/** A right provider on a port, but for the requests that a script takes. */
async function till(
  taken: (number: number, body: string) => boolean,
  act: (response: ServerResponse) => void = () => undefined,
): Promise<ScriptedServer> {
  const right = smallTill()
  const answer: Script = async (request, body, response, number) => {
    if (taken(number, body.toString('utf8'))) return act(response)
    const headers = new Headers(request.headers as Record<string, string>)
    const { status, headers: sent, body: json } = await right(request.method ?? '', request.url ?? '', headers, body)
    answerJson(response, status, json, sent)
  }
  const server = await scriptedServer(answer)
  servers.push(server)
  return server
}

async function certified(
  baseUrl: string,
  more: Partial<CertifyOptions> = {},
): Promise<{ report: Report; seconds: number }> {
  const started = performance.now()
  const options = { ...usual, baseUrl, ...more }
  const report = await reportOf(
    more.budget === undefined ? carryOut(smallContract, options, plan) : certify(smallContract, options),
  )
  return { report, seconds: (performance.now() - started) / 1000 }
}

function failing(report: Report): readonly string[] {
  return report.rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
}

test('a right provider conforms over the network', async () => {
  const { baseUrl } = await till(() => false)
  const { report } = await certified(baseUrl)
  expect(failing(report)).toEqual([])
  expect(report.verdict).toBe('conforms')
})

const hang = (): void => undefined
const reset = (response: ServerResponse): void => void response.destroy()
const drip = (response: ServerResponse): void => {
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}
const flood = (response: ServerResponse): void => {
  response.write('x'.repeat(500_000), () => response.destroyed || flood(response))
}
const cut = (response: ServerResponse): void => {
  response.writeHead(422, { 'Content-Length': '100' })
  response.write('{')
  setTimeout(() => response.destroy(), 10)
}
const busy = (response: ServerResponse): void => answerJson(response, 429, {}, { 'Retry-After': '0' })
const html =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'Content-Type': 'text/html', ...headers })
    response.end('<h1>Hi</h1>')
  }

const unavailable: readonly [string, RegExp, (response: ServerResponse) => void, Partial<CertifyOptions>?][] = [
  ['hangs', /could not be reached: No complete answer came within 0.4 s/, hang, impatient],
  ['resets', /connection was closed/, reset],
  ['drips', /No complete answer/, drip, impatient],
  ['never stops', /exceeds/, flood],
  ['ends too early', /ended before its body/, cut],
  ['talks no HTTP', /not HTTP/, (response) => response.socket?.end('SSH-2.0-hello\r\n')],
  ['knows no such page', /does not know POST \/payments \(404\)/, html(404)],
  ['sends elsewhere', /sends elsewhere/, html(302, { Location: 'http://127.0.0.1:1/' })],
  ['is down for maintenance', /not available \(503\)/, html(503)],
  ['refuses the credentials', /credentials were refused/, html(401)],
]
test.each(unavailable)(
  'a target that %s gives an inconclusive verdict in time',
  async (_name, reason, script, more) => {
    const { baseUrl } = await till(() => true, script)
    const { report, seconds } = await certified(baseUrl, more)
    expect(report.verdict).toBe('inconclusive')
    expect(report.reason).toMatch(reason)
    expect(exitCodeOf(report)).toBe(3)
    expect(failing(report)).toEqual([])
    expect(seconds).toBeLessThan(5)
  },
)

test('a target that nobody listens at gives an inconclusive verdict', async () => {
  const { baseUrl, close } = await till(() => false)
  await close()
  const { report } = await certified(baseUrl)
  expect(report.verdict).toBe('inconclusive')
  expect(report.reason).toMatch(/connection was refused/)
})

const note = /"note":"[^"]{21,}"/
const faults: readonly [string, string, (response: ServerResponse) => void, Partial<CertifyOptions>?][] = [
  ['hangs', 'http.answers-in-time', hang, impatient],
  ['is reset', 'http.no-reset', reset],
  ['is cut', 'http.complete-body', cut],
]
test.each(faults)('a request that %s is a finding of %s alone', async (_name, rule, script, more) => {
  const { baseUrl } = await till((_number, body) => note.test(body), script)
  const { report } = await certified(baseUrl, more)
  expect(failing(report)).toEqual([rule])
  expect(exitCodeOf(report)).toBe(1)
  expect(report.rules.find(({ id }) => id === 'note.max-length')?.verdict).toBe('not-tested')
})

test('a page of HTML instead of every answer is a finding, not a crash', async () => {
  const { baseUrl } = await till(() => true, html(200))
  const { report } = await certified(baseUrl)
  expect(failing(report)).toContain('answer.shape')
})

test('a target that goes silent in the middle cannot stop the run', async () => {
  const { baseUrl } = await till((number) => number > 10)
  const { report, seconds } = await certified(baseUrl, impatient)
  expect(failing(report)).toContain('http.answers-in-time')
  expect(seconds).toBeLessThan(8)
})

test('one broken connection that heals is a note', async () => {
  const { baseUrl } = await till((number) => number === 12, reset)
  const { report } = await certified(baseUrl)
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ says }) => says).join()).toContain('healed')
})

test('a provider that asks to wait is obeyed, and not judged', async () => {
  const { baseUrl } = await till((number) => number % 15 === 0, busy)
  const { report } = await certified(baseUrl)
  expect(failing(report)).toEqual([])
  expect(report.verdict).toBe('conforms')
})

test('a provider that only ever asks to wait gives an inconclusive verdict', async () => {
  const { baseUrl } = await till(() => true, busy)
  const { report } = await certified(baseUrl)
  expect(report.verdict).toBe('inconclusive')
  expect(report.reason).toContain('wait')
})

test('a budget is kept, and what it leaves out is said', async () => {
  const { baseUrl, received } = await till(() => false)
  const { report } = await certified(baseUrl, { budget: 12 })
  expect(received()).toBeLessThanOrEqual(12)
  expect(report.requests).toBeLessThanOrEqual(12)
  expect(report.rules.some(({ reason }) => reason === 'The budget of requests was used up.')).toBe(true)
})

test('an interrupted run reports what was tested, at once', async () => {
  const { baseUrl } = await till((number) => number > 15)
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 600)
  const started = performance.now()
  const { report } = await certified(baseUrl, { timeoutSeconds: 30, signal: controller.signal })
  expect(performance.now() - started).toBeLessThan(4000)
  expect(report.complete).toBe(false)
  expect(exitCodeOf(report)).toBe(130)
})
