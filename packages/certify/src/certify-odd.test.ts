import { expect, test } from 'vitest'
import { smallContract } from './__fixtures__/small-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from './__fixtures__/small-till.ts'
import type { CertifyOptions } from './certify-options.ts'
import { planOf } from './plan/plan-of.ts'
import type { Report } from './report/report.ts'
import { reportOf } from './report-of.ts'
import { carryOut } from './run/carry-out.ts'

const options: CertifyOptions = {
  baseUrl: 'http://127.0.0.1:1/api',
  credentials,
  seed: 1,
  runId: 'run00001',
  accountKnown: true,
}
const plan = planOf(smallContract, options)

/** Certifies a till with the cases that are about what no page promises, and one valid request. */
function certified(
  spoil?: (answer: TillAnswer, request: TillRequest) => void | Promise<void>,
  more: Partial<CertifyOptions> = {},
): Promise<Report> {
  const odd = /probe|^remembers|^withstands|minimal/
  const cases = plan.cases.filter(({ id }) => odd.test(id))
  const transport = tillTransport(smallTill(spoil))
  return reportOf(carryOut(smallContract, { ...options, transport, ...more }, { ...plan, cases }))
}

function findings(report: Report): readonly string[] {
  return report.rules.flatMap(({ id, findings: found }) => found.map((finding) => `${id}: ${finding.says}`))
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('a right provider conforms', async () => {
  const report = await certified()
  expect(findings(report)).toEqual([])
  expect(report.verdict).toBe('conforms')
})

test('a provider that looks for a reference before it remembers it is found out by requests at the same moment', async () => {
  const seen = new Map<string, number>()
  const report = await certified(async (answer, { body }) => {
    const reference = String(body.reference)
    if (answer.status === 200 && body.reference !== undefined) seen.set(reference, Date.now())
    if (answer.status !== 422 || Date.now() - (seen.get(reference) ?? 0) > 20) return
    Object.assign(answer, { status: 200, body: { id: crypto.randomUUID(), amount: body.amount, status: 'created' } })
    await pause(1)
  })
  expect(findings(report).join('\n')).toContain(
    'reference.unique: Of 8 equal requests at the same moment 8 were accepted, not one.',
  )
})

test('equal requests of which none is accepted, though one by itself is, are a finding', async () => {
  const count = new Map<string, number>()
  const report = await certified(async (answer, { body }) => {
    const reference = String(body.reference)
    count.set(reference, (count.get(reference) ?? 0) + 1)
    await pause(20)
    if (body.reference !== undefined && (count.get(reference) ?? 0) > 2)
      Object.assign(answer, { status: 422, body: { error: 'Busy.' } })
  })
  expect(findings(report)).toEqual([
    'reference.unique: Of 8 equal requests at the same moment none was accepted, not one.',
  ])
})

test('a refused request that uses up its reference is a finding', async () => {
  const used = new Set<string>()
  const report = await certified((answer, { body, broken }) => {
    if (typeof body.reference !== 'string') return
    if (broken.includes('amount.required')) used.add(body.reference)
    else if (used.has(body.reference)) Object.assign(answer, { status: 422, body: { error: 'Used.' } })
  })
  expect(findings(report)).toEqual([
    'reference.unique: A refused request used up its reference at /reference: the valid request with it was answered with 422.',
  ])
})

test('a provider that only knows the latest reference is found out by another one between', async () => {
  const known: string[] = []
  let latest: unknown
  const report = await certified((answer, { body, broken }) => {
    if (typeof body.reference !== 'string' || broken.some((id) => id !== 'reference.unique')) return
    known.push(body.reference)
    if (broken.length > 0 && latest !== body.reference)
      Object.assign(answer, { status: 200, body: { id: crypto.randomUUID(), amount: body.amount, status: 'created' } })
    latest = body.reference
  })
  expect(known.length).toBeGreaterThan(3)
  expect(findings(report).join()).toContain('reference.unique: A request with the /reference of an earlier')
})

test('a provider that takes a reference again for another amount is found out, and the line pays both', async () => {
  const used = new Map<unknown, Set<unknown>>()
  const report = await certified((answer, { body, broken }) => {
    const amounts = used.get(body.reference) ?? new Set()
    used.set(body.reference, amounts)
    if (broken.join() === 'reference.unique' && !amounts.has(body.amount))
      Object.assign(answer, { status: 200, body: { id: crypto.randomUUID(), amount: body.amount, status: 'created' } })
    amounts.add(body.amount)
  })
  expect(findings(report)).toEqual([
    'reference.unique: A request with the /reference of an earlier request for another amount was accepted with 200.',
  ])
  const [finding] = report.rules.find(({ id }) => id === 'reference.unique')?.findings ?? []
  expect(finding?.curl?.match(/curl /g)).toHaveLength(2)
})

test('a provider to which capitals make no other reference is told of, and conforms', async () => {
  const used = new Set<string>()
  const report = await certified((answer, { body }) => {
    const name = String(body.reference).toLowerCase()
    if (answer.status !== 200 || body.reference === undefined) return
    if (used.has(name)) Object.assign(answer, { status: 422, body: { error: 'Used.' } })
    used.add(name)
  })
  expect(findings(report)).toEqual([])
  expect(report.notes.map(({ says }) => says)).toContain(
    'Measured: the /reference of an earlier request in the other case of letters is refused with 422, which no page tells.',
  )
})

test('a provider that refuses every request with a reference is not said to use references up', async () => {
  const report = await certified((answer, { body }) => {
    if (body.reference !== undefined) Object.assign(answer, { status: 422, body: { error: 'No references.' } })
  })
  expect(findings(report)).toEqual([])
  expect(report.rules.find(({ id }) => id === 'reference.unique')?.verdict).toBe('not-tested')
})

test('a limit of characters that is kept in bytes is measured, and not blamed', async () => {
  const report = await certified((answer, { body }) => {
    if (Buffer.byteLength(String(body.note ?? '')) <= 20) return
    Object.assign(answer, { status: 422, body: { error: 'The note has more than 20 characters.' } })
  })
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ says }) => says)).toContain(
    'Measured: 20 letters of two bytes at /note (at most 20 characters) is refused with 422, which no page tells.',
  )
})

test('a refused probe is a note, and an accepted one is judged in full', async () => {
  const refused = await certified((answer, { body }) => {
    if (/[^ -~]/.test(String(body.note)))
      Object.assign(answer, { status: 400, body: { unheard: 'of' }, headers: { 'Content-Type': 'text/html' } })
  })
  expect(findings(refused)).toEqual([])
  expect(refused.notes.map(({ says }) => says)).toContain(
    'Measured: emoji at /note is refused with 400, which no page tells.',
  )
  const altered = await certified((answer, { body }) => {
    if (answer.status === 200 && body.note !== undefined)
      Object.assign(answer.body as object, { note: String(body.note).trim() })
  })
  expect(findings(altered)).toEqual(['answer.note: The value at /note is not the one sent at /note.'])
  const rounded = await certified((answer, { body }) => {
    if (answer.status === 200) Object.assign(answer.body as object, { amount: String(Number(body.amount)) })
  })
  expect(findings(rounded)).toEqual(['answer.amount: The value at /amount is not the one sent at /amount.'])
})

test('what a strange body gets is not judged, but for what every provider owes', async () => {
  const open = await certified((answer, { text }) => {
    if (text.includes('assay_unknown')) Object.assign(answer, { status: 400, body: 'no' })
    else if (text.includes('\\u0000')) Object.assign(answer, { status: 200, body: { note: 'cut' } })
  })
  expect(findings(open)).toEqual([])
  const wrong = await certified((answer, { text }) => {
    if (text.includes('\\ud800')) Object.assign(answer, { status: 500, body: {} })
  })
  expect(findings(wrong)[0]).toBe('http.no-server-error: The answer is 500.')
})

test('every request has a reference of its own, also in a text that is more than its body', async () => {
  const sent = new Map<string, number>()
  await certified((_answer, { text }) => {
    const [reference] = /assay-r[a-z0-9]*-\d+(-\d+)?/.exec(text) ?? []
    if (reference !== undefined) sent.set(reference, (sent.get(reference) ?? 0) + 1)
    expect(text).not.toContain('assay-reference')
  })
  expect([...sent.values()].toSorted((one, other) => other - one).slice(0, 7)).toEqual([8, 2, 2, 2, 2, 2, 1])
})
