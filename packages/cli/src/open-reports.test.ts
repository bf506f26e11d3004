import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertifyEvent, Report } from '@assay/certify'
import { reportFormats } from '@assay/report'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'
import { openReports, type ReportFlags } from './open-reports.ts'
import type { World } from './world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

const report: Report = {
  version: 1,
  provider: 'one',
  target: 'http://127.0.0.1:1',
  seed: 1,
  runId: 'run00001',
  level: 'quick',
  contract: { sha256: '0' },
  verdict: 'conforms',
  complete: true,
  startedAt: '2026-01-01T00:00:00.000Z',
  durationMs: 1,
  requests: 0,
  summary: { rules: 0, pass: 0, fail: 0, notTested: 0, cases: 0, dropped: 0 },
  rules: [],
  notes: [],
  created: [],
}

function worldWith(more: Partial<World> = {}): {
  readonly world: World
  readonly written: { out: string; error: string }
} {
  const written = { out: '', error: '' }
  return {
    written,
    world: {
      print: (text) => {
        written.out += text
      },
      note: (text) => {
        written.error += text
      },
      environment: {},
      folder: world.folder,
      installed: world.folder,
      now: () => 0,
      terminal: false,
      width: 100,
      interrupted: new AbortController().signal,
      ...more,
    },
  }
}

/** Tells the reports of two runs and gives what they wrote. */
async function told(flags: ReportFlags, more: Partial<World> = {}): Promise<{ out: string; error: string }> {
  const { world: place, written } = worldWith(more)
  const reports = await openReports(flags, ['one', 'two'], place)
  for (const provider of ['one', 'two']) {
    const listen = reports.listen(provider)
    const started: CertifyEvent = { type: 'started', ...report, provider, cases: 0 }
    for (const event of [started, { type: 'finished', report: { ...report, provider } }] as const) listen(event)
  }
  reports.close()
  return written
}

const read = (name: string): string => readFileSync(join(world.folder, name), 'utf8')

test('a format that holds several runs shares one file, or has one a provider', async () => {
  await told({ report: ['html=all.html', 'junit={provider}.xml', 'ndjson=log/all.ndjson'] })
  expect(read('all.html').match(/<h2 id="title/g)).toHaveLength(2)
  expect(read('one.xml').match(/<testsuite /g)).toHaveLength(1)
  expect(read('two.xml')).toContain('name="two"')
  expect(read('log/all.ndjson').trim().split('\n')).toHaveLength(4)
})

test.each(reportFormats.filter(({ alone }) => alone).map(({ name }) => name))(
  'several %s reports need several files',
  async (name) => {
    await expect(told({ report: [`${name}=all.txt`] })).rejects.toThrow(
      `--report ${name}=all.txt is one file for 2 providers: put {provider} in its name.`,
    )
  },
)

test('an old report is gone though nothing is told', async () => {
  writeFileSync(join(world.folder, 'old.json'), 'old')
  await openReports({ report: ['json=old.json'] }, ['one'], worldWith().world)
  expect(read('old.json')).toBe('')
})

test('progress goes to stderr, unless quiet is asked for', async () => {
  expect((await told({ report: ['json={provider}.json'] })).error).toContain('one: 0 cases planned')
  expect((await told({ report: ['json={provider}.json'], quiet: true })).error).toBe('')
  const { error } = await told({ report: ['json={provider}.json'] }, { noteTerminal: true })
  expect(error).not.toContain('\n')
})

test('the JSON report goes to stdout with a short flag', async () => {
  const { out } = await told({ report: [], json: true })
  expect(out).toBe(`${JSON.stringify(report, null, 2)}\n${JSON.stringify({ ...report, provider: 'two' }, null, 2)}\n`)
})

test('the summary of a job goes where the environment says', async () => {
  const file = join(world.folder, 'summary.md')
  await told({ report: ['github'] }, { environment: { GITHUB_STEP_SUMMARY: file } })
  expect(readFileSync(file, 'utf8')).toContain('| one | conforms |')
})

test.each([
  ['an object', 'export default { name: "mine", alone: false, reporter: OUTPUT }'],
  ['a function', 'export default OUTPUT'],
])('a reporter of the user’s own is %s', async (name, text) => {
  const path = `${name.replaceAll(' ', '-')}.js`
  const output = '({ write }) => ({ on: (event) => write(event.type + "\\n"), end: () => write("end\\n") })'
  writeFileSync(join(world.folder, path), text.replace('OUTPUT', output))
  await told({ report: [`./${path}=mine.txt`] })
  expect(read('mine.txt')).toBe('started\nfinished\nstarted\nfinished\nend\n')
  expect((await told({ report: [path] })).out).toBe('started\nfinished\nstarted\nfinished\nend\n')
})

test.each([
  ['no-export.js', 'export const reporter = 1', /no-export\.js is no reporter: its default export is neither/],
  ['no-syntax.js', 'export default {', /no-syntax\.js cannot be loaded: /],
  [
    'no-listener.js',
    'export default () => ({})',
    /no-listener\.js gives no object with the functions "on" and "end"\.$/,
  ],
  [
    'fails.js',
    'export default () => ({ on() { throw new Error("no disk") }, end() {} })',
    /fails\.js failed: no disk\.$/,
  ],
])('a reporter that is none is told in a sentence: %s', async (path, text, sentence) => {
  writeFileSync(join(world.folder, path), text)
  await expect(told({ report: [`./${path}`], quiet: true })).rejects.toThrow(sentence)
})

test('the help of certify names every format', async () => {
  const { stdout } = await world.assay('certify --help')
  const words = stdout.replaceAll(/\s+/g, ' ')
  for (const { name } of reportFormats) expect(words).toMatch(new RegExp(`[ ,]${name}[ ,]`))
})

test('a run writes every report at once', async () => {
  const names = reportFormats.map(({ name }) => name).filter((name) => name !== 'terminal')
  const flags = names.map((name) => `--report ${name}=every/${name}`).join(' ')
  const { code } = await world.assay(`certify --level quick ${flags}`)
  expect(code).toBe(0)
  expect(readdirSync(join(world.folder, 'every')).sort()).toEqual([...names].sort())
  for (const name of names.filter((one) => one !== 'github')) expect(read(`every/${name}`).length).toBeGreaterThan(50)
  expect(existsSync(join(world.folder, 'every/github'))).toBe(true)
})
