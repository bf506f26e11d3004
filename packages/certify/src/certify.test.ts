import { expect, test } from 'vitest'
import { smallContract } from './__fixtures__/small-contract.ts'
import { credentials, smallTill, type TillAnswer, type TillRequest, tillTransport } from './__fixtures__/small-till.ts'
import { certify } from './certify.ts'
import type { CertifyOptions } from './certify-options.ts'
import { exitCodeOf } from './exit-code-of.ts'
import { planOf } from './plan/plan-of.ts'
import type { Report } from './report/report.ts'
import { reportOf } from './report-of.ts'
import { carryOut } from './run/carry-out.ts'

function optionsFor(till: ReturnType<typeof smallTill>, more: Partial<CertifyOptions> = {}): CertifyOptions {
  return {
    baseUrl: 'http://127.0.0.1:1/api',
    credentials,
    seed: 1,
    runId: 'run00001',
    accountKnown: true,
    transport: tillTransport(till),
    ...more,
  }
}

const plan = planOf(smallContract, optionsFor(smallTill()))

/** Certifies a till that is spoilt; where no option asks for another plan, one is shared by all tests. */
function certified(
  spoil?: (answer: TillAnswer, request: TillRequest) => void | Promise<void>,
  off: readonly string[] = [],
  more: Partial<CertifyOptions> = {},
): Promise<Report> {
  const options = optionsFor(smallTill(spoil, off), more)
  const planned = more.seed === undefined && more.only === undefined && more.clock === undefined
  return reportOf(planned ? carryOut(smallContract, options, plan) : certify(smallContract, options))
}

function failing(report: Report): readonly string[] {
  return report.rules.filter(({ verdict }) => verdict === 'fail').map(({ id }) => id)
}

test('a right provider conforms, whatever the seed', async () => {
  for (const seed of [1, 2, 3]) {
    const report = await certified(undefined, [], { seed })
    expect(failing(report)).toEqual([])
    expect(report.verdict).toBe('conforms')
    expect(exitCodeOf(report)).toBe(0)
  }
})

test('every rule that can be tested is tested', async () => {
  const { rules } = await certified()
  expect(rules.filter(({ verdict }) => verdict === 'not-tested').map(({ id }) => id)).toEqual([])
})

const requestRules = smallContract.operations.flatMap(({ rules }) => rules).filter(({ side }) => side === 'request')
test.each(requestRules.map(({ id }) => id))('a provider that does not enforce %s fails that rule', async (id) => {
  const report = await certified(undefined, [id])
  expect(failing(report)).toContain(id)
  expect(exitCodeOf(report)).toBe(1)
})

const spoiled: readonly [string, string, (answer: TillAnswer, request: TillRequest) => void][] = [
  [
    'another amount',
    'answer.amount',
    ({ body }) => Object.assign(body as object, 'amount' in (body as object) ? { amount: '1' } : {}),
  ],
  ['a cut note', 'answer.note', ({ body }, { body: { note } }) => note && Object.assign(body as object, { note: 'x' })],
  ['the same id', 'answer.id', ({ body, status }) => status === 200 && Object.assign(body as object, { id: 'same' })],
  [
    'a created status',
    'answer.status',
    (answer) => Object.assign(answer, { status: answer.status === 200 ? 201 : answer.status }),
  ],
  ['no id', 'answer.shape', ({ body }) => delete (body as { id?: string }).id],
  [
    'an error without text',
    'answer.error-shape',
    (answer) => answer.status === 422 && Object.assign(answer, { body: {} }),
  ],
  [
    'another error status',
    'note.max-length',
    (answer, { broken }) => broken[0] === 'note.max-length' && Object.assign(answer, { status: 400 }),
  ],
  [
    'a refused edge',
    'note.max-length',
    (answer, { body: { note } }) =>
      String(note).length === 20 && Object.assign(answer, { status: 422, body: { error: 'no' } }),
  ],
  [
    'a server error',
    'http.no-server-error',
    (answer, { broken }) => broken[0] === 'amount.pattern' && Object.assign(answer, { status: 500 }),
  ],
  [
    'a stack trace',
    'security.no-stack-trace',
    (answer) => answer.status === 422 && Object.assign(answer.body as object, { trace: 'at f (/srv/app.js:10:5)' }),
  ],
  [
    'the secret in hex',
    'security.no-secret-in-answer',
    (answer) => Object.assign(answer.body as object, { debug: Buffer.from(credentials.secret).toString('hex') }),
  ],
  [
    'a paid payment',
    'security.new-payment-is-not-paid',
    ({ body }) => Object.assign(body as object, { status: 'PAID' }),
  ],
  [
    'a reset sign of a wrong signature',
    'auth.signature',
    (answer, { broken }) => broken[0] === 'auth.signature' && Object.assign(answer, { status: 401 }),
  ],
]
test.each(spoiled)('%s is a finding of %s', async (_name, rule, spoil) => {
  const report = await certified(spoil)
  expect(failing(report)).toContain(rule)
  expect(report.rules.find(({ id }) => id === rule)?.findings[0]?.says).toMatch(/\.$/)
})

test('a negative amount that is accepted is a finding', async () => {
  expect(failing(await certified(undefined, ['amount.pattern']))).toContain('security.negative-amount-refused')
})

test('a valid request that is refused is a finding of the rule that the error names', async () => {
  const report = await certified((answer, { body }) => {
    if (body.note !== undefined)
      Object.assign(answer, { status: 422, body: { error: 'The note has more than 5 characters.' } })
  })
  expect(failing(report)).toContain('note.max-length')
})

test('what is seen once only is a note', async () => {
  let spoiledOnce = false
  const report = await certified((answer, { broken }) => {
    if (broken[0] !== 'note.max-length' || spoiledOnce) return
    spoiledOnce = true
    Object.assign(answer, { status: 400 })
  })
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ says }) => says).join()).toContain('Seen once')
})

test('a finding shows the smallest request that fails', async () => {
  const report = await certified(undefined, ['note.max-length'])
  const [finding] = report.rules.find(({ id }) => id === 'note.max-length')?.findings ?? []
  expect(Object.keys(JSON.parse(finding?.request.body ?? '{}'))).toEqual(['amount', 'note'])
})

test('a finding shows the accepted request that is most like its own, and a report what was certified against', async () => {
  const { rules, documents, timings, requests } = await certified(undefined, ['note.max-length'])
  const rule = rules.find(({ id }) => id === 'note.max-length')
  expect(Object.keys(JSON.parse(rule?.findings[0]?.accepted?.body ?? '{}'))).toEqual(['amount', 'note'])
  expect(rule).toMatchObject({ kind: 'maxLength', side: 'request', at: '/note', parameters: { value: 20 } })
  expect(documents?.operations[0]).toMatchObject({
    method: 'POST',
    path: '/payments',
    signing: { headers: ['X-Key', 'X-Signature'] },
  })
  expect(timings?.exchanges).toBeLessThanOrEqual(requests)
  expect(timings?.buckets.reduce((sum, { exchanges }) => sum + exchanges, 0)).toBe(timings?.exchanges)
})

test('what the documents leave open is a note, either way', async () => {
  const [operation] = smallContract.operations
  if (operation === undefined) throw new Error('no operation')
  const rules = operation.rules.map((rule) =>
    rule.id === 'note.max-length' ? { ...rule, outcome: 'unspecified' as const } : rule,
  )
  const contract = { ...smallContract, operations: [{ ...operation, rules }] }
  for (const [off, says] of [
    [[], 'refuses'],
    [['note.max-length'], 'accepts'],
  ] as const) {
    const report = await reportOf(certify(contract, optionsFor(smallTill(undefined, off))))
    expect(report.verdict).toBe('conforms')
    expect(report.notes.find(({ rule }) => rule === 'note.max-length')?.says).toContain(says)
  }
})

test('a text that differs from the documented one is a note', async () => {
  const report = await certified((answer, { broken }) => {
    if (broken[0] === 'amount.required') Object.assign(answer, { body: { error: 'Amount please.' } })
  })
  expect(report.verdict).toBe('conforms')
  expect(report.notes.map(({ rule }) => rule)).toContain('amount.required')
})

test('the same seed, clock and run id give the same bytes', async () => {
  const once = async (): Promise<string> =>
    JSON.stringify(
      await certified(
        ({ body, status }, { number }) => {
          if (status === 200 && number % 3 === 0) Object.assign(body as object, { amount: '1' })
        },
        ['note.max-length'],
        { clock: () => 1_800_000_000_000 },
      ),
    )
  expect(await once()).toBe(await once())
})

test('every reference is new, and says which run it is of', async () => {
  const references: string[] = []
  const report = await certified((answer, { body }) => {
    if (answer.status === 200 && typeof body.reference === 'string') references.push(body.reference)
  })
  expect(new Set(references).size).toBe(references.length)
  expect(references.filter((reference) => reference.startsWith('assay-run00001-')).length).toBeGreaterThan(5)
  expect(report.created.length).toBeGreaterThanOrEqual(references.length)
})

test('an expected failure does not count, and one that passes does', async () => {
  const expectedFailures = ['note.max-length']
  expect((await certified(undefined, ['note.max-length'], { expectedFailures })).verdict).toBe('conforms')
  const stale = await certified(undefined, [], { expectedFailures })
  expect(stale.verdict).toBe('findings')
  expect(stale.expectedFailures).toEqual([{ rule: 'note.max-length', outcome: 'passed' }])
  expect((await certified(undefined, [], { expectedFailures: ['no.such-rule'] })).verdict).toBe('findings')
})

test('only the rules asked for are tested', async () => {
  const report = await certified(undefined, ['note.max-length', 'amount.pattern'], { only: ['note.max-length'] })
  expect(failing(report)).toEqual(['note.max-length'])
  expect(report.rules.find(({ id }) => id === 'amount.pattern')?.reason).toBe('It was not asked for.')
  await expect(certified(undefined, [], { only: ['no.such-rule'] })).rejects.toThrow('has no rule no.such-rule')
})

test('refused credentials are said before a case is sent', async () => {
  let received = 0
  const report = await certified((answer) => {
    received += 1
    Object.assign(answer, { status: 403, body: { error: 'Bad signature' } })
  })
  expect(report.verdict).toBe('inconclusive')
  expect(report.reason).toMatch(/credentials were refused/)
  expect(exitCodeOf(report)).toBe(3)
  expect(received).toBeLessThanOrEqual(3)
})

test('a provider that refuses every valid request proves nothing by its refusals', async () => {
  const report = await certified((answer) => Object.assign(answer, { status: 422, body: { error: 'no' } }) && undefined)
  expect(failing(report)).toContain('answer.status')
  const reasons = report.rules.filter(({ id }) => id === 'amount.required').map(({ reason }) => reason)
  expect(reasons).toEqual(['No valid request was accepted, so a refusal proves nothing.'])
})

test('neither key, secret nor signature stands in a report, whatever the provider shows', async () => {
  const events: string[] = []
  const till = smallTill((answer, { headers, broken }) => {
    const shown = { key: headers.get('x-key'), signature: headers.get('x-signature'), secret: credentials.secret }
    Object.assign(answer.body as object, shown, { encoded: Buffer.from(`x${credentials.secret}`).toString('base64') })
    if (broken.length > 0) answer.status = 200
  })
  for await (const event of certify(smallContract, optionsFor(till))) events.push(JSON.stringify(event))
  const text = events.join('\n')
  expect(text).toContain('<secret>')
  for (const hidden of [credentials.secret, credentials.key, Buffer.from(credentials.secret).toString('hex')]) {
    expect(text).not.toContain(hidden)
  }
  expect(text).not.toMatch(/[0-9a-f]{100,}/)
})

test('an account that lacks what a request needs is no finding, unless the account is known', async () => {
  const [operation] = smallContract.operations
  const [first] = operation?.rules ?? []
  if (operation === undefined || first === undefined) throw new Error('no operation')
  const example = { name: 'CurrencyDisabled', value: { error: 'The currency is disabled.' } }
  const answers = operation.answers.map((answer) =>
    answer.status === '422' ? { ...answer, examples: [...answer.examples, example] } : answer,
  )
  const enabled = {
    ...first,
    id: 'currency.enabled',
    kind: 'enabled-value',
    at: '/currency',
    answer: { status: [422], example: 'CurrencyDisabled' },
    parameters: {},
  }
  const contract = { ...smallContract, operations: [{ ...operation, answers, rules: [...operation.rules, enabled] }] }
  const till = (): ReturnType<typeof smallTill> =>
    smallTill((answer) => {
      if (answer.status !== 403) Object.assign(answer, { status: 422, body: example.value })
    })
  const unknown = await reportOf(certify(contract, optionsFor(till(), { accountKnown: false })))
  expect(failing(unknown)).toEqual([])
  expect(unknown.verdict).toBe('inconclusive')
  expect(failing(await reportOf(certify(contract, optionsFor(till()))))).toContain('currency.enabled')
})
