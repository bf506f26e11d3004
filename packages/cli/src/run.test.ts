import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
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

test('lists the providers', async () => {
  expect((await world.assay('list')).stdout).toMatchInlineSnapshot(`
    "provider  operations  rules  documented  inferred  assumed  not checkable  corrections  contradictions
    tollgate           1     18          17         1        0              1            2               1
    "
  `)
})

test('lists the rules of a provider', async () => {
  expect((await world.assay('list tollgate')).stdout).toMatchInlineSnapshot(`
    "tollgate: Tollgate payments

    POST /payments: 18 rules

    rule                  kind           of       at         strength    outcome        documented answer
    body.type             type           request             documented  must-refuse
    amount.required       required       request  /amount    documented  must-refuse
    currency.required     required       request  /currency  documented  must-refuse
    order.required        required       request  /order     documented  must-refuse
    amount.type           type           request  /amount    documented  must-refuse
    amount.pattern        pattern        request  /amount    inferred    unspecified
    currency.type         type           request  /currency  documented  must-refuse
    currency.enum         enum           request  /currency  documented  must-refuse
    order.type            type           request  /order     documented  must-refuse
    order.min-length      minLength      request  /order     documented  must-refuse
    minutes.type          type           request  /minutes   documented  must-refuse
    minutes.minimum       minimum        request  /minutes   documented  must-refuse
    minutes.maximum       maximum        request  /minutes   documented  must-refuse
    auth.bad-signature    signature      request             documented  must-refuse    401 BadSignature
    order.too-long        maxLength      request  /order     documented  must-refuse    422 OrderTooLong
    order.unique          unique         request  /order     documented  must-refuse    422 OrderTaken
    page.look             not-checkable  request             documented  not checkable
    response.amount-echo  echoes         answer              documented  must-hold
    "
  `)
})

test('lists the defects of the documents', async () => {
  expect((await world.assay('list --defects')).stdout).toMatchInlineSnapshot(`
    "tollgate: 1 contradicted example, 2 corrections
      Create a payment (https://docs.tollgate.example/payments)

    Examples that the documents' own schema refuses
      /paths/~1payments/post/requestBody/content/application~1json/examples/Plain/value at /minutes (maximum)
          The example is refused: /minutes must be <= 60.

    Read otherwise than written
      DEF-TOL-01
          The example is longer than the limit; the limit is read as two hours.
          Evidence: payments at requestBody/examples/Plain
      DEF-TOL-02 (inferred)
          The amount has no form; the example is a plain decimal.
          Evidence: payments at requestBody/examples/Plain/amount
    "
  `)
})

test('explains a rule that a body breaks, by another of its names', async () => {
  expect((await world.assay('explain order.length')).stdout).toMatchInlineSnapshot(`
    "order.too-long · tollgate, POST /payments
      Says            The order has at most 40 characters.
      Speaks of       the request, /order (kind: maxLength)
      Stands          documented, payments at responses/422/examples/OrderTooLong
      Also named      order.length
      If broken       the request must be refused
      Tested by       41 characters at /order (at most 40)
      At its edge     40 characters at /order (at most 40); 39 characters at /order (at most 40)
      Kept by         {"amount":"999","currency":"EUR","order":"bq czlplOrT Gs3yaEqusnG cntq-v_y Yi.h0uH"}
      Broken by       {"amount":"999","currency":"EUR","order":"bq czlplOrT Gs3yaEqusnG cntq-v_y Yi.h0u Y"}
      Comes back      422 OrderTooLong: {"error":"order has at most 40 characters"}
    "
  `)
})

test('explains a rule that the sending breaks', async () => {
  expect((await world.assay('explain tollgate auth.bad-signature')).stdout).toMatchInlineSnapshot(`
    "auth.bad-signature · tollgate, POST /payments
      Says            A wrong signature is refused.
      Speaks of       the request, the whole body (kind: signature)
      Stands          documented, payments at signing
      If broken       the request must be refused
      Tested by       wrong-secret
      Kept by         {"amount":"999","currency":"EUR","order":"assay-zb0720k2v626"}
      Broken by       the same body: it is the way of sending that is wrong
      Comes back      401 BadSignature: {"error":"bad signature"}
    "
  `)
})

test('explains a rule about the answer', async () => {
  expect((await world.assay('explain response.amount-echo')).stdout).toMatchInlineSnapshot(`
    "response.amount-echo · tollgate, POST /payments
      Says            The answer repeats the amount.
      Speaks of       the answer, the whole body (kind: echoes)
      Stands          documented, payments at responses/201
      If broken       the provider does not conform
      Tested by       every answer 201 is judged
      Kept by         201 {"id":"p-1","amount":"999"}
      Broken by       201 {"id":"p-1","amount":"1000"}
    "
  `)
})

test('explains a rule that no machine can check', async () => {
  expect((await world.assay('explain page.look')).stdout).toMatchInlineSnapshot(`
    "page.look · tollgate, POST /payments
      Says            The hosted page is clear.
      Speaks of       the request, the whole body (kind: not-checkable)
      Stands          documented, payments at text
      If broken       nothing can be observed
      Not tested      A person has to look.
    "
  `)
})

test('reads a provider by the path of its folder, OpenAPI file or contract', async () => {
  const outputs = await Promise.all(
    ['./specs/tollgate', 'specs/tollgate/openapi.yaml', 'specs/tollgate/contract.json'].map((path) =>
      world.assay(`list ${path}`),
    ),
  )
  expect(outputs.map(({ code, stdout }) => [code, stdout.split('\n', 1)[0]])).toEqual([
    [0, 'tollgate: Tollgate payments'],
    [0, 'openapi: Tollgate payments'],
    [0, 'tollgate: Tollgate payments'],
  ])
})

test('finds the installed contracts where there is no checkout', async () => {
  const installed = join(world.folder, 'installed')
  mkdirSync(installed, { recursive: true })
  cpSync(join(world.folder, 'specs/tollgate/contract.json'), join(installed, 'tollgate.json'))
  const { stdout } = await world.assay('list', { folder: '/', installed })
  expect(stdout.split('\n')[1]).toMatch(/^tollgate /)
})

test.each([
  ['lst', "Unknown command 'lst'. Did you mean list?"],
  ['--sed 3', "Unknown option '--sed'."],
  ['certify --sed 3', "Unknown option '--sed'. Did you mean one of --seed, --set?"],
  ['certify tolgate', 'There is no provider, folder or file "tolgate". Did you mean "tollgate"?'],
  ['certify nothing-like-it', 'There is no provider, folder or file "nothing-like-it". Known: tollgate.'],
  ['certify --seed x', '--seed takes a whole number, not "x".'],
  ['certify --budget 0', '--budget takes a whole number from 1 up, not "0".'],
  ['certify --rate fast', '--rate takes requests a second, such as 5/s, not "fast".'],
  ['certify --timeout -1', '--timeout takes seconds, such as 5 or 0.5, not "-1".'],
  [
    'certify --level all',
    "Option '--level <level>' argument 'all' is invalid. Allowed choices are quick, standard, thorough.",
  ],
  [
    'certify --only order.to-long',
    'The contract of tollgate has no rule "order.to-long". Did you mean "order.too-long"?',
  ],
  ['certify --set amount=1', '--set takes /pointer=value, such as /amount=100.00, not "amount=1".'],
  ['certify --set /amout=1', 'No request body of tollgate has a member at "/amout". Did you mean "/amount"?'],
  ['certify --set /minutes=soon', '--set /minutes takes a value of type integer, not "soon".'],
  [
    'certify --base-url tollgate.example',
    'The base URL "tollgate.example" is no absolute http or https URL: give one such as https://sandbox.example.com/api.',
  ],
  [
    'certify --base-url ftp://tollgate.example',
    'The base URL "ftp://tollgate.example" is no absolute http or https URL: give one such as https://sandbox.example.com/api.',
  ],
  [
    'certify --base-url http://me:pass@tollgate.example',
    'The base URL of tollgate.example carries a user: give credentials by environment variables instead.',
  ],
  [
    'certify --base-url http://127.0.0.1:9',
    'ASSAY_TOLLGATE_KEY is not set: certifying tollgate at a base URL needs its key in the environment.',
  ],
  ['certify --production', '--production needs a base URL: give --base-url or ASSAY_TOLLGATE_BASE_URL.'],
  [
    'certify --report spreadsheet',
    'There is no report format "spreadsheet". Formats: terminal, json, html, junit, ctrf, sarif, har, ndjson, github, badge, or the path of a module such as ./my-reporter.js.',
  ],
  ['certify --report xml', 'There is no report format "xml". Did you mean "html"?'],
  [
    'certify --json --report terminal',
    'Only one report goes to stdout: give the others a file, such as --report json=report.json.',
  ],
  ['certify --report ./gone.js', 'There is no reporter at <folder>/gone.js.'],
  ['certify --report jsn', 'There is no report format "jsn". Did you mean "json"?'],
  ['certify --report json=', '--report json= names no file.'],
  [
    'certify --report terminal --report json',
    'Only one report goes to stdout: give the others a file, such as --report json=report.json.',
  ],
  ['certify --report json=specs', 'The report cannot be written to <folder>/specs: it is a folder.'],
  [
    'certify --report json=specs/tollgate/openapi.yaml/x.json',
    'The report cannot be written to <folder>/specs/tollgate/openapi.yaml/x.json: a part of its path is a file.',
  ],
  [
    'certify --expected-failures none.txt',
    'The expected failures in <folder>/none.txt cannot be read: give a file with one rule id a line.',
  ],
  ['payloads', "Missing required argument 'provider'. `assay help` shows how it is used."],
  [
    'payloads tollgate other',
    "Too many arguments for 'payloads'. Expected 1 argument but got 2. `assay help` shows how it is used.",
  ],
  ['payloads tollgate --count many', '--count takes a whole number from 0 up, not "many".'],
  ['payloads tollgate --valid --edge', "Option '--valid' cannot be used with option '--edge'."],
  [
    'payloads tollgate --breaking order.to-long',
    'The contract of tollgate has no rule "order.to-long". Did you mean "order.too-long"?',
  ],
  [
    'payloads tollgate --breaking auth.bad-signature',
    'auth.bad-signature is broken by the way a request is sent (wrong-secret), not by its body: there is no payload to show.',
  ],
  [
    'payloads tollgate --breaking order.unique',
    'order.unique is broken by the way a request is sent (the value at /order of an earlier one), not by its body: there is no payload to show.',
  ],
  [
    'payloads tollgate --breaking response.amount-echo',
    'response.amount-echo is a rule about the answer: no request breaks it.',
  ],
  ['payloads tollgate --breaking page.look', 'page.look cannot be broken by a request: A person has to look.'],
  ['mock --port 70000', '--port takes a number up to 65535, not 70000.'],
  ['mock --off order.to-long', 'The contract of tollgate has no rule "order.to-long". Did you mean "order.too-long"?'],
  ['mock tolgate', 'There is no provider, folder or file "tolgate". Did you mean "tollgate"?'],
  ['doctor', "Missing required argument 'provider'. `assay help` shows how it is used."],
  ['doctor tolgate', 'There is no provider, folder or file "tolgate". Did you mean "tollgate"?'],
  ['doctor tollgate --set /ordr=1', 'No request body of tollgate has a member at "/ordr". Did you mean "/order"?'],
  ['certify --jason', "Unknown option '--jason'. Did you mean --json?"],
  [
    'certify --proxy proxy',
    '--proxy takes the http or https URL of a proxy without user and password, such as http://127.0.0.1:8080: credentials for a proxy belong into HTTPS_PROXY.',
  ],
  [
    'certify --level quik',
    `Option '--level <level>' argument 'quik' is invalid. Allowed choices are quick, standard, thorough. Did you mean "quick"?`,
  ],
  ['certfy', "Unknown command 'certfy'. Did you mean certify?"],
  ['list --defcts', "Unknown option '--defcts'. Did you mean --defects?"],
  ['explain', "Missing required argument 'rule'. `assay help` shows how it is used."],
  ['explain tollgate', 'Which rule of tollgate? `assay list tollgate` shows them all.'],
  [
    'explain tollgate order.to-long',
    'The contract of tollgate has no rule "order.to-long". Did you mean "order.too-long"?',
  ],
  [
    'explain nothing-like-it',
    'The contract of tollgate has no rule "nothing-like-it". `assay list tollgate` shows them all.',
  ],
])('refuses wrong use in one sentence: assay %s', async (line, sentence) => {
  const { code, stdout, stderr } = await world.assay(line)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.replaceAll(world.folder, '<folder>')).toBe(`${sentence}\n`)
})

test('refuses to certify what the documents name for production', async () => {
  const environment = { ASSAY_TOLLGATE_KEY: 'k', ASSAY_TOLLGATE_SECRET: 's' }
  const { code, stderr } = await world.assay('certify --base-url https://api.tollgate.example/v2', { environment })
  expect([code, stderr]).toMatchInlineSnapshot(`
    [
      2,
      "https://api.tollgate.example/v2 is the server that the documents of tollgate name for production, where certifying creates real payments: add --production if that is meant.
    ",
    ]
  `)
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
