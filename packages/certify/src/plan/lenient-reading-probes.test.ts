import type { Contract } from '@assay/contract'
import { expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from '../__fixtures__/small-till.ts'
import { certify } from '../certify.ts'
import type { CertifyOptions } from '../certify-options.ts'
import type { Report } from '../report/report.ts'
import { reportOf } from '../report-of.ts'
import { planOf } from './plan-of.ts'

const [operation] = smallContract.operations
const [rule] = operation?.rules ?? []
if (operation?.request === undefined || rule === undefined) throw new Error('The small contract has an operation.')
const schema = operation.request.schema as { properties: object }
const value = ['ONE_TIME', 'REUSABLE']

/** The small contract with a list of values. */
const listing: Contract = {
  ...smallContract,
  operations: [
    {
      ...operation,
      request: {
        ...operation.request,
        schema: { ...schema, properties: { ...schema.properties, type: { type: 'string', enum: value } } },
      },
      rules: [
        ...operation.rules,
        {
          ...rule,
          id: 'type.enum',
          kind: 'enum',
          at: '/type',
          says: 'One of two.',
          answer: { status: [422] },
          parameters: { value },
        },
      ],
    },
  ],
}

const options: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1',
  credentials,
  seed: 1,
  runId: 'run00001',
  level: 'quick',
}

function certified(spoil: (answer: TillAnswer, request: TillRequest) => void): Promise<Report> {
  return reportOf(certify(listing, { ...options, transport: tillTransport(smallTill(spoil, [], listing)) }))
}

test('a listed value and the key are tried in the other case of letters, and no value at all', () => {
  const { cases } = planOf(listing, options)
  const tried = cases.filter(({ id }) => /(refuses|authenticates)\/probe\/(case|empty)/.test(id))
  expect(tried.map(({ id, way, expectation }) => [id, way, expectation.outcome])).toEqual([
    ['refuses/probe/case/type.enum', expect.stringMatching(/^"(one_time|reusable)" at \/type \(documented/), 'either'],
    ['refuses/probe/empty/type.enum', 'an empty text at /type', 'either'],
    ['authenticates/probe/case/key', 'the key in the other case of letters', 'either'],
  ])
})

test('a pinned value is not tried, and neither is a key without letters', () => {
  const pinned = { ...options, pins: new Map([['/type', 'REUSABLE']]), credentials: { ...credentials, key: '12-34' } }
  expect(
    planOf(listing, pinned).cases.filter(({ id }) => /(refuses|authenticates)\/probe\/(case|empty)/.test(id)),
  ).toEqual([])
})

test('that a provider refuses them is nothing to tell', async () => {
  const report = await certified(() => undefined)
  expect(report.verdict).toBe('conforms')
  expect(JSON.stringify(report.notes)).not.toContain('case of letters')
})

test('that a provider takes them is told, and it conforms', async () => {
  const report = await certified((answer, { body, broken, headers }) => {
    const listed = [...value, ''].includes(String(body.type).toUpperCase())
    const known = headers.get('x-key')?.toLowerCase() === credentials.key
    const excused = broken.every((id) => (id === 'type.enum' && listed) || (id === 'auth.key' && known))
    if (broken.length === 0 || !excused) return
    const { amount } = body
    Object.assign(answer, { status: 200, body: { id: crypto.randomUUID(), amount, status: 'created' } })
  })
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ says }) => says)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(
        /^Measured: "(one_time|reusable)" at \/type \(documented .*\) is accepted, which no page tells\.$/,
      ),
      'Measured: an empty text at /type is accepted, which no page tells.',
      'Measured: the key in the other case of letters is accepted, which no page tells.',
    ]),
  )
})
