import type { Contract, Rule } from '@assay/contract'
import { expect, test } from 'vitest'
import { smallContract } from './__fixtures__/small-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from './__fixtures__/small-till.ts'
import { certify } from './certify.ts'
import type { Report } from './report/report.ts'
import { reportOf } from './report-of.ts'

/** The small contract with a language that is one of three, which every request has. */
const [operation] = smallContract.operations
if (operation === undefined) throw new Error('The small contract has an operation.')
const { schema } = operation.request ?? {}
const LANGUAGES = '^(de|en|fr)([-_][A-Z]{2})?$'
const language = (id: string, kind: string, value: string): Rule => ({
  id,
  kind,
  side: 'request',
  at: '/language',
  says: `The rule ${id} holds.`,
  strength: 'documented',
  outcome: 'must-refuse',
  evidence: [],
  parameters: { value, ...(kind === 'pattern' ? { wrong: ['ko', 'it'] } : {}) },
})
const contract: Contract = {
  ...smallContract,
  operations: [
    {
      ...operation,
      request: {
        contentType: 'application/json',
        required: true,
        examples: [],
        schema: {
          ...(typeof schema === 'object' ? schema : {}),
          required: ['amount', 'language'],
          properties: {
            ...(typeof schema === 'object' ? schema.properties : {}),
            language: { type: 'string', pattern: LANGUAGES },
          },
        },
      },
      rules: [
        ...operation.rules,
        { ...language('language.required', 'required', ''), parameters: {} },
        language('language.type', 'type', 'string'),
        language('language.listed', 'pattern', LANGUAGES),
        { ...language('body.well-formed', 'well-formed-body', ''), at: '', parameters: {} },
      ],
    },
  ],
}

function certified(
  spoil: (answer: TillAnswer, request: TillRequest) => void,
  off: readonly string[] = [],
): Promise<Report> {
  const transport = tillTransport(smallTill(spoil, off, contract))
  const options = { baseUrl: 'http://127.0.0.1:1/api', credentials, runId: 'run00001', accountKnown: true, transport }
  return reportOf(certify(contract, { ...options, seed: 3 }))
}

function failing(report: Report): readonly string[] {
  return report.rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
}

test('a listed language that is refused is told under its own rule, wherever it stands', async () => {
  const report = await certified((answer, { body }) => {
    if (/^fr/.test(String(body.language)) && answer.status === 200)
      Object.assign(answer, { status: 422, body: { error: 'no' } })
  })
  expect(failing(report)).toEqual(['language.listed'])
})

test('a right signature over an unusual spelling that is refused is told under the rule about signatures', async () => {
  const report = await certified((answer, { text }) => {
    if (/^\s|\\u00/.test(text) && answer.status === 200) Object.assign(answer, { status: 403, body: { error: 'no' } })
  })
  expect(failing(report)).toEqual(['auth.signature'])
})

test('a finding shows the nearest accepted payload, and where it differs', async () => {
  const report = await certified(() => undefined, ['note.max-length'])
  const [finding] = report.rules.find(({ id }) => id === 'note.max-length')?.findings ?? []
  expect(JSON.parse(finding?.request.body ?? '{}').note).toBe('a'.repeat(21))
  expect(finding?.nearest?.differs.map(({ at }) => at)).toContain('/note')
  expect(JSON.parse(finding?.nearest?.body ?? '{}').note ?? '').not.toHaveLength(21)
})
