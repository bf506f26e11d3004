import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

const commands = [
  'certify',
  'doctor',
  'replay',
  'report',
  'report merge',
  'report check',
  'mock',
  'payloads',
  'generate',
  'list',
  'explain',
  'completion',
]

test('shows what there is, without any argument', async () => {
  expect((await world.assay('')).stdout).toMatchInlineSnapshot(`
    "Usage: assay [options] [command]

    Certifies crypto payment gateways against what they document.

    Options:
      -V, --version                        print the version
      -h, --help                           show help

    Commands:
      certify [options] [provider...]      say whether providers do what they document
      doctor [options] <provider>          look whether a provider can be certified, and what is in the
                                           way
      replay [options] <file>              send recorded cases again and tell what changed
      report [options] [command]           merge the reports of shards; check a report
      mock [options] [provider...]         serve providers that do what they document
      pact [options] [command]             verify what typed clients rely upon, compare or publish it
      payloads [options] <provider>        print request bodies: valid, at a limit, or breaking a rule
      generate [options]                   write contracts and typed clients, or check that they are
                                           fresh
      init [options] <provider>            make the folders of a new provider from its documents
      docs [options] [command]             tell what changed in the documents, and bring spec, contract
                                           and client up to it
      list [options] [provider]            list providers, their rules, the defects of their documents
      explain [options] [provider] <rule>  tell all there is to know about a rule
      completion [options] <shell>         print the script with which a shell completes assay
      help [command]                       show help for a command

    Exit codes: 0 conforms, 1 findings, 2 wrong use or configuration, 3 unreachable, refused or inconclusive, 130 interrupted.
    Credentials come from the environment alone: ASSAY_<PROVIDER>_KEY, ASSAY_<PROVIDER>_SECRET; a sandbox's address may: ASSAY_<PROVIDER>_BASE_URL.
    The provider's id stands there in upper case, "-" as "_".

    "
  `)
})

test('prints its version', async () => {
  expect(await world.assay('--version')).toEqual({ code: 0, stdout: '0.1.0\n', stderr: '' })
})

test.each(commands)('shows an example in the help of %s that runs', async (command) => {
  const { code, stdout, stderr } = await world.assay(`${command} --help`)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const examples = [...stdout.matchAll(/^ {2}assay (.*)$/gm)].map((match) => match[1] ?? '')
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) {
    const line = example.replace('--port 4010', '--port 0')
    const result = await world.assay(line, { interrupted: AbortSignal.timeout(line.startsWith('mock') ? 50 : 60_000) })
    // The fixture has no generated clients, so they are not fresh there.
    expect([example, result.code]).toEqual([example, line.startsWith('generate') ? 1 : 0])
  }
})

test('tells a fault of its own in one sentence, and its place only when asked', async () => {
  const now = () => {
    throw new TypeError('no clock')
  }
  const plain = await world.assay('explain order.too-long', { now })
  expect([plain.code, plain.stderr]).toMatchInlineSnapshot(`
    [
      2,
      "Assay itself failed, which is a fault of it: no clock (\`ASSAY_DEBUG=1\` shows where.)
    ",
    ]
  `)
  const asked = await world.assay('explain order.too-long', { now, environment: { ASSAY_DEBUG: '1' } })
  expect(asked.stderr).toContain('run.test.ts')
})
