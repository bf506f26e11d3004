import { afterEach, expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from '../__fixtures__/small-till.ts'
import { certify } from '../certify.ts'
import type { CaseFinishedEvent } from '../certify-event.ts'
import type { CertifyOptions } from '../certify-options.ts'
import type { Finding } from '../report/report.ts'
import type { RecordedCase, Replayed } from './recorded-case.ts'
import { replay } from './replay.ts'

const usual: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1',
  credentials,
  seed: 1,
  accountKnown: true,
  level: 'quick',
}
let texts: string[] = []
afterEach(() => {
  texts = []
})

type Spoil = (answer: TillAnswer, request: TillRequest) => void

const through = (spoil: Spoil = () => undefined, off: readonly string[] = []): CertifyOptions => ({
  ...usual,
  transport: tillTransport(
    smallTill((answer, request) => {
      texts.push(request.text)
      spoil(answer, request)
    }, off),
  ),
})

async function recordedOf(
  options: CertifyOptions,
): Promise<{ cases: readonly RecordedCase[]; findings: readonly RecordedCase[] }> {
  const cases: RecordedCase[] = []
  const findings: RecordedCase[] = []
  for await (const event of certify(smallContract, options)) {
    if (event.type === 'case-finished' && event.replay !== undefined) cases.push(ofEvent(event))
    if (event.type === 'finding' && event.finding.replay !== undefined)
      findings.push(ofFinding(event.rule, event.finding))
  }
  return { cases, findings }
}

function ofEvent({ case: id, broken, replay: recipe, exchanges }: CaseFinishedEvent): RecordedCase {
  const response = exchanges.at(-1)?.response
  if (recipe === undefined) throw new Error(`${id} has no recipe.`)
  const contentType = response?.headers['content-type']
  return {
    case: id,
    broken,
    replay: recipe,
    ...(response === undefined
      ? {}
      : {
          answer: {
            status: response.status,
            body: response.body,
            cut: false,
            ...(contentType === undefined ? {} : { contentType }),
          },
        }),
  }
}

function ofFinding(rule: string, { case: id, replay: recipe, response }: Finding): RecordedCase {
  if (recipe === undefined) throw new Error(`${id} has no recipe.`)
  const contentType = response?.headers['content-type']
  return {
    case: id,
    broken: [rule],
    replay: recipe,
    ...(response === undefined
      ? {}
      : {
          answer: {
            status: response.status,
            body: response.body,
            cut: false,
            ...(contentType === undefined ? {} : { contentType }),
          },
        }),
  }
}

async function replayed(cases: readonly RecordedCase[], options: CertifyOptions): Promise<readonly Replayed[]> {
  const all: Replayed[] = []
  for await (const one of replay(smallContract, cases, options)) all.push(one)
  expect(JSON.stringify(all)).not.toContain(credentials.secret)
  return all
}

test('sends every case of a run again and finds nothing changed', async () => {
  const { cases } = await recordedOf(through())
  expect(cases.length).toBeGreaterThan(40)
  expect(JSON.stringify(cases)).not.toContain(credentials.secret)
  const before = new Set(texts)
  texts = []
  const all = await replayed(cases, through())
  expect(all.filter(({ outcome }) => outcome !== 'same')).toEqual([])
  // References are new, so nothing that bears one is sent twice.
  const bearing = texts.filter((text) => text.includes('assay-'))
  expect(bearing.length).toBeGreaterThan(5)
  expect(bearing.filter((text) => before.has(text))).toEqual([])
})

test('tells a finding that stands from one that is gone', async () => {
  const { findings } = await recordedOf(through(undefined, ['note.max-length', 'auth.signature']))
  const rules = new Set(findings.flatMap(({ broken }) => broken))
  expect(rules).toEqual(new Set(['note.max-length', 'auth.signature']))
  const standing = await replayed(findings, through(undefined, ['note.max-length', 'auth.signature']))
  expect(new Set(standing.map(({ outcome }) => outcome))).toEqual(new Set(['same']))
  const gone = await replayed(findings, through())
  expect(new Set(gone.map(({ outcome }) => outcome))).toEqual(new Set(['fixed']))
  expect(gone[0]?.says[0]).toMatch(/^(note\.max-length|auth\.signature) was broken and is kept\.$/)
})

test('tells what is different in an answer, amounts to the last digit', async () => {
  const { cases } = await recordedOf(through())
  const minimal = cases.filter(({ case: id }) => id === 'accepts/minimal')
  const [one] = await replayed(
    minimal,
    through((answer) => {
      answer.body = {
        ...(answer.body as object),
        status: 'new',
        amount: `${(answer.body as { amount: string }).amount}1`,
        extra: true,
      }
    }),
  )
  expect([one?.outcome, one?.now]).toEqual(['broken', ['answer.amount']])
  expect(one?.says).toEqual([
    'answer.amount was kept and is broken.',
    '/status was "created" and is "new".',
    expect.stringMatching(/^\/amount was "[\d.]+" and is "[\d.]+1"\.$/),
    '/extra is new: true.',
  ])
})

test('refuses what was recorded of a rule that is gone', async () => {
  const { cases } = await recordedOf(through())
  const [first] = cases
  if (first === undefined) throw new Error('Nothing was recorded.')
  const lost = [{ ...first, replay: { ...first.replay, rule: 'note.lost' } }]
  await expect(replayed(lost, through())).rejects.toThrow(/note\.lost, which the contract of small-till no longer has/)
})
