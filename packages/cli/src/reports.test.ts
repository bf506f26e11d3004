import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContract } from '@assay/contract'
import { createMock, serveMock } from '@assay/mock'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

const path = (name: string) => join(world.folder, name)
const steady = (text: string) =>
  text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1:4010').replaceAll(/\d+\.\d s/g, '0.0 s')

/** An environment that leads to a mock which does not enforce some rules, for as long as `during` takes. */
async function broken<Result>(
  off: readonly string[],
  during: (environment: Readonly<Record<string, string>>) => Promise<Result>,
): Promise<Result> {
  const contract = loadContract(readFileSync(path('specs/tollgate/contract.json'), 'utf8'))
  const server = await serveMock(createMock(contract, { off, credentials: { key: 'toll-key', secret: 'toll-secret' } }))
  const result = await during({
    ASSAY_TOLLGATE_BASE_URL: server.url('tollgate'),
    ASSAY_TOLLGATE_KEY: 'toll-key',
    ASSAY_TOLLGATE_SECRET: 'toll-secret',
  })
  await server.close()
  return result
}

test('merges shards to the verdict and exit code of the whole', async () => {
  await broken(['order.too-long'], async (environment) => {
    const line = 'certify --level quick'
    const whole = await world.assay(`${line} --report json=whole.json`, { environment })
    for (const index of [1, 2]) {
      await world.assay(`${line} --shard ${index}/2 --report json=${index}.json`, { environment })
    }
    const merged = await world.assay('report merge 1.json 2.json --report json=merged.json --report terminal')
    expect([whole.code, merged.code]).toEqual([1, 1])
    expect(merged.stdout).toContain('order.too-long')
    const [one, other] = ['whole.json', 'merged.json'].map((name) => JSON.parse(readFileSync(path(name), 'utf8')))
    expect(other.summary).toEqual(one.summary)
    expect((await world.assay('report check merged.json')).code).toBe(0)
  })
})

test('says whether a report was altered, and whether the documents have changed since', async () => {
  await world.assay('certify --level quick --only order.length --report json=report.json')
  const check = async () => {
    const { code, stdout } = await world.assay('report check report.json')
    return [code, steady(stdout)]
  }
  expect(await check()).toMatchInlineSnapshot(`
    [
      0,
      "tollgate at http://127.0.0.1:4010/v1: conforms, 4 cases, seed 1, 2026-11-18T11:06:40.000Z
    The report is as it was written.
    The documents of tollgate have not changed since.
    ",
    ]
  `)
  const report = readFileSync(path('report.json'), 'utf8')
  writeFileSync(path('report.json'), report.replace('"verdict": "conforms"', '"verdict": "findings"'))
  expect((await check()).join()).toContain('1,tollgate at http://127.0.0.1:4010/v1: findings')
  expect((await check()).join()).toContain('The report was altered: its digest does not fit what it says.')
  writeFileSync(path('report.json'), report)
  appendFileSync(path('specs/tollgate/overlay.yaml'), '# a comment\n')
  expect((await check()).join()).toContain('have changed since: overlay.yaml. Certify again.')
})

test('replays the findings of a report, and says which stand and which are fixed', async () => {
  const file = await broken(['order.too-long'], async (environment) => {
    await world.assay('certify --level quick --only order.length --report json=found.json', { environment })
    const standing = await world.assay('replay found.json', { environment })
    expect([standing.code, standing.stdout]).toMatchInlineSnapshot(`
      [
        1,
        "refuses/order.too-long/1: still breaks order.too-long (201)
      1 replayed: 1 still broken, 0 fixed, 0 newly broken, 0 otherwise, 0 unchanged
      ",
      ]
    `)
    return 'found.json'
  })
  const fixed = await world.assay(`replay ${file}`)
  expect([fixed.code, fixed.stdout]).toMatchInlineSnapshot(`
    [
      0,
      "refuses/order.too-long/1: fixed (422)
      order.too-long was broken and is kept.
      Status 201 became 422.
      /id is gone: it was "p-1".
      /amount is gone: it was "100".
      /error is new: "order has at most 40 characters".
    1 replayed: 0 still broken, 1 fixed, 0 newly broken, 0 otherwise, 0 unchanged
    ",
    ]
  `)
})

test('replays every case of an event log, and those about used references again and again at one provider', async () => {
  await broken([], async (environment) => {
    await world.assay('certify --report ndjson=all.ndjson', { environment })
    const lines = readFileSync(path('all.ndjson'), 'utf8').split('\n')
    const count = lines.filter((line) => line.includes('"replay":')).length
    expect(lines.join()).toContain('"after-earlier"')
    for (const _ of [1, 2]) {
      const { stdout } = await world.assay('replay all.ndjson', { environment })
      expect(stdout).toContain(`${count} replayed: 0 still broken, 0 fixed`)
      const remembering = stdout.split('\n').filter((line) => line.startsWith('remembers/'))
      expect(remembering.length).toBeGreaterThan(5)
      for (const line of remembering) expect(line).toMatch(/: unchanged \(\d+\)$/)
      expect(stdout).not.toContain('had to come before')
    }
  })
})

test('replays one case of an event log', async () => {
  await world.assay('certify --level quick --only order.length --report ndjson=run.ndjson')
  const { code, stdout } = await world.assay('replay run.ndjson --case accepts/minimal')
  expect([code, stdout]).toMatchInlineSnapshot(`
    [
      0,
      "accepts/minimal: unchanged (201)
    1 replayed: 0 still broken, 0 fixed, 0 newly broken, 0 otherwise, 1 unchanged
    ",
    ]
  `)
})

test.each([
  ['replay none.json', 'none.json cannot be read: give a JSON report or an event log (NDJSON).'],
  [
    'replay specs/tollgate/openapi.yaml',
    'specs/tollgate/openapi.yaml:1 is neither a JSON report of version 1 nor a line of an event log.',
  ],
  ['report check none.json', 'none.json cannot be read: give a report that --report json=FILE wrote.'],
  [
    'report check specs/tollgate/contract.json',
    'specs/tollgate/contract.json is no JSON report of version 1 (at /target): give one that --report json=FILE wrote.',
  ],
  ['report merge', "Missing required argument 'file'. `assay help` shows how it is used."],
  ['report merge 1.json', 'Shard 2/2 is missing: name the report of each shard once.'],
  ['report chekc x', "Unknown command 'chekc'. Did you mean check?"],
  ['certify --shard 3/2', '--shard takes i/n, such as 1/4, with i from 1 to n and n at most 64, not "3/2".'],
])('refuses wrong use in one sentence: assay %s', async (line, sentence) => {
  const { code, stdout, stderr } = await world.assay(line)
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` })
})
