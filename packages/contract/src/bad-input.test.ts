import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { kinds } from './__fixtures__/kinds.ts'
import { temporaryFolder } from './__fixtures__/temporary-folder.ts'
import { ContractError, formatProblem } from './contract-error.ts'
import { readContract } from './read-contract.ts'

async function problemsOf(files: { readonly [path: string]: string }): Promise<string> {
  const folder = temporaryFolder(files)
  const error = await readContract(folder, { kinds }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ContractError)
  return (error as ContractError).problems.map((problem) => formatProblem(problem).replace(`${folder}/`, '')).join('\n')
}

const head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n"
const schemas = (text: string) => `${head}paths: {}\ncomponents:\n  schemas:\n${text}`
const body = (schema: string) => `${head}paths:
  /a:
    post:
      requestBody:
        content:
          application/json:
            schema: ${schema}
      responses: { '200': { description: OK } }
`

test.each([
  ['an empty file', '', 'openapi.yaml:1:1: The file is empty.'],
  ['a list', '- a\n- b', 'openapi.yaml:1:1: An OpenAPI document is an object with the member "openapi", this is none.'],
  ['another document', 'a: 1', 'openapi.yaml:1:1: This is no OpenAPI document: the member "openapi" is missing.'],
  [
    'Swagger 2.0',
    'swagger: "2.0"',
    'openapi.yaml:1:1: This is a Swagger 2.0 document, convert it to OpenAPI 3.0 or 3.1 first.',
  ],
  ['OpenAPI 3.2', '\nopenapi: 3.2.0', 'openapi.yaml:2:1: OpenAPI 3.2.0 is not read, only 3.0 and 3.1.'],
  ['a version that is a number', 'openapi: 3.1', 'openapi.yaml:1:1: The OpenAPI version must be text such as "3.1.0".'],
  ['no paths', head, "openapi.yaml:1:1: The document must have required property 'paths'."],
  [
    'an unknown member',
    `${head}paths: {}\nservices: []`,
    'openapi.yaml:4:1: The document must NOT have additional properties (services).',
  ],
  [
    'a circular schema',
    schemas("    A:\n      type: object\n      properties:\n        a: { $ref: '#/components/schemas/A' }"),
    'openapi.yaml:9:14: The reference "#/components/schemas/A" is circular, a contract needs a finite schema.',
  ],
  [
    'a circle of references',
    schemas("    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }"),
    /openapi\.yaml:\d:\d+: The reference "#\/components\/schemas\/[AB]" is circular/,
  ],
  [
    'a reference to nothing',
    schemas("    A: { $ref: '#/components/schemas/B' }"),
    'openapi.yaml:6:10: The reference "#/components/schemas/B" leads to nothing.',
  ],
  [
    'a reference to no file',
    schemas("    A: { $ref: 'b.yaml' }"),
    /openapi\.yaml:6:10: The reference leads to .*b\.yaml, and there is no such file\./,
  ],
  [
    'a pattern that is none',
    body("{ type: string, pattern: '(' }"),
    'openapi.yaml:9:37: "(" is no regular expression of ECMA-262.',
  ],
  [
    'a type that is none',
    body('{ type: money }'),
    'openapi.yaml:9:23: /paths/~1a/post/requestBody/content/application~1json/schema/type must be equal to one of the allowed values (array, boolean, integer, number, object, string).',
  ],
  [
    'a wrong type in 3.1',
    body('{ type: money }').replace('3.0.3', '3.1.0'),
    /openapi\.yaml:9:\d+: This is no valid schema: \/type must/,
  ],
  [
    'a keyword of draft 3 in 3.1',
    body('{ properties: { a: { required: true } } }').replace('3.0.3', '3.1.0'),
    'openapi.yaml:9:42: This is no valid schema: /properties/a/required must be array.',
  ],
  [
    'two operations with one id',
    `${head}paths:\n  /a:\n    get: { operationId: x, responses: { '200': { description: d } } }\n    post: { operationId: x, responses: { '200': { description: d } } }`,
    'openapi.yaml:6:13: Two operations have the id "x", it must tell them apart.',
  ],
])('%s is refused with its place', async (_, text, expected) => {
  const problems = await problemsOf({ 'openapi.yaml': text })
  if (typeof expected === 'string') expect(problems).toBe(expected)
  else expect(problems).toMatch(expected)
})

test('references that multiply are refused', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `S${index}`)
  const lines = names.map((name, index) => {
    const next = `{ $ref: '#/components/schemas/${names[index + 1]}' }`
    return index === 11
      ? `    ${name}: { type: string }`
      : `    ${name}: { allOf: [${Array(10).fill(next).join(', ')}] }`
  })
  expect(await problemsOf({ 'openapi.yaml': schemas(lines.join('\n')) })).toMatch(
    /:\d+:\d+: With its references followed the document has more than/,
  )
})

test('a long chain of references is refused', async () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `    S${index}: { not: { $ref: '#/components/schemas/S${index + 1}' } }`,
  )
  lines.push('    S3000: { type: string }')
  expect(await problemsOf({ 'openapi.yaml': schemas(lines.join('\n')) })).toMatch(
    /:\d+:\d+: References follow each other for more than/,
  )
})

/** The overlay with something in it changed. */
const changed = (from: string | RegExp, to: string) => ({
  ...acme,
  'overlay.yaml': acme['overlay.yaml'].replace(from, () => to),
})

test.each([
  [
    'an unknown rule kind',
    changed('kind: decimal-places', 'kind: decimal-place'),
    'overlay.yaml:46:11: The rule kind "decimal-place" is unknown, did you mean "decimal-places"?',
  ],
  [
    'a rule kind like no other',
    changed('kind: decimal-places', 'kind: xyz'),
    'overlay.yaml:46:11: The rule kind "xyz" is unknown.',
  ],
  [
    'two rules with one id',
    changed('id: lifetime.exactly-one', 'id: amount.too-many-decimals'),
    'overlay.yaml:45:11: Two rules have the id "amount.too-many-decimals": give one of them another.',
  ],
  [
    'the id of a derived rule',
    changed('id: lifetime.exactly-one', 'id: amount.type'),
    /overlay\.yaml:40:11: The rule derived from the schema has the id "amount\.type" too/,
  ],
  [
    'a pointer to nothing',
    changed('at: /amount\n          per', 'at: /amounts\n          per'),
    'overlay.yaml:47:11: The pointer /amounts leads to nothing in the request.',
  ],
  [
    'an answer pointer to nothing',
    changed('at: /amount, from', 'at: /amounts, from'),
    'overlay.yaml:56:46: The pointer /amounts leads to nothing in the answer.',
  ],
  [
    'a role that points to nothing',
    changed('currency: /currency/iso }', 'currency: /currency/code }'),
    'overlay.yaml:38:40: The pointer /currency/code leads to nothing in the request.',
  ],
  [
    'a keyword that is not there',
    changed('keyword: /oneOf', 'keyword: /anyOf'),
    'overlay.yaml:43:11: No rule is derived from a keyword at /anyOf of the request schema.',
  ],
  [
    'an annotation of no keyword',
    changed('at: /note, id', 'at: /amount, id'),
    /overlay\.yaml:52:30: The schema of the request says no "maxLength" at \/amount/,
  ],
  [
    'an example that is not there',
    changed('example: TooManyDecimals }\n', 'example: TooManyDecimal }\n'),
    'overlay.yaml:50:11: No answer has an example "TooManyDecimal", the nearest is "TooManyDecimals".',
  ],
  [
    'a parameter of the wrong kind',
    changed('per: /currency/iso', 'per: 5'),
    'overlay.yaml:48:11: The rule amount.too-many-decimals of the kind decimal-places is wrong at /per: Invalid input: expected string, received number.',
  ],
  [
    'an unknown parameter',
    changed('per: /currency/iso', 'per: /currency/iso\n          by: 2'),
    'overlay.yaml:49:11: The rule amount.too-many-decimals of the kind decimal-places is wrong at /by: Unrecognized key: "by".',
  ],
  [
    'an unknown page',
    changed('{ page: create, at: examples/Fiat }', '{ page: creates, at: x }'),
    'overlay.yaml:23:5: The page "creates" does not stand in sources.yaml, which has create.',
  ],
  [
    'an unknown page of a rule',
    changed('{ page: create, at: responses', '{ page: created, at: responses'),
    'overlay.yaml:51:11: The page "created" does not stand in sources.yaml, which has create.',
  ],
  [
    'a rule that is no object',
    changed('- id: lifetime.exactly-one\n          kind', '- lifetime\n        - id: x\n          kind'),
    /overlay\.yaml:40:11: A rule must be an object with at least a kind\./,
  ],
  [
    'a wrong signing profile',
    changed('HMAC-SHA512', 'HMAC-MD5'),
    /overlay\.yaml:31:22: The signing profile is wrong at \/signature\/algorithm/,
  ],
  [
    'a wrong account profile',
    changed('decimals: 2,', 'decimals: two,'),
    /overlay\.yaml:34:38: The account profile is wrong at \/currencies\/0\/decimals/,
  ],
  [
    'pages without an id',
    { ...acme, 'sources.yaml': 'pages:\n  - { title: A }' },
    /sources\.yaml:2:5: The list of pages is wrong at \/pages\/0\/id/,
  ],
])('%s is refused with its place', async (_, files, expected) => {
  const problems = await problemsOf(files)
  if (typeof expected === 'string') expect(problems).toBe(expected)
  else expect(problems).toMatch(expected)
})

test('every problem is told, not the first alone', async () => {
  const files = changed('at: /amount\n          per: /currency/iso', 'at: /amounts\n          per: 5')
  files['overlay.yaml'] = files['overlay.yaml'].replace('keyword: /oneOf', 'keyword: /anyOf')
  expect((await problemsOf(files)).split('\n')).toHaveLength(2)
})

test('what is not there is refused', async () => {
  await expect(readContract('/no/such/place', { kinds })).rejects.toThrow(
    '/no/such/place:1:1: There is no such file or folder.',
  )
  await expect(readContract(temporaryFolder({}), { kinds })).rejects.toThrow(
    'The folder has no openapi.yaml: a provider folder has one.',
  )
})

test('nothing of a document reaches the prototype of objects', async () => {
  await problemsOf({ 'openapi.yaml': `${head}paths: {}\nx-a: { __proto__: { polluted: true } }` })
  const text = body('{ type: object, properties: { constructor: { type: string }, toString: { type: string } } }')
  const contract = await readContract(temporaryFolder({ 'openapi.yaml': text }), { kinds })
  expect(contract.operations[0]?.rules.map(({ id }) => id)).toEqual(['body.type', 'constructor.type', 'to-string.type'])
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})
