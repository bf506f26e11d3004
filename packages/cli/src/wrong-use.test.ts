import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureWorld, fixtureWorld } from './__fixtures__/fixture-world.ts'

let world: FixtureWorld
beforeAll(async () => {
  world = await fixtureWorld()
})
afterAll(() => world.remove())

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
