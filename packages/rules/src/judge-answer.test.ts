import {
  isJsonObject,
  type Json,
  type JsonObject,
  stringifyJson,
  valueAt,
  withoutValueAt,
  withValueAt,
} from '@assay/contract'
import { expect, test } from 'vitest'
import { acme } from './__fixtures__/acme.ts'
import { acmeAccount } from './__fixtures__/acme-account.ts'
import { answerFor } from './answer-for.ts'
import { judgeAnswer } from './judge-answer.ts'
import { kindOf } from './kind-of.ts'
import { meetsPremises } from './meets-premises.ts'
import { receiveAnswer, receiveRequest } from './receive-request.ts'
import type { AnswerDraft } from './rule-kind.ts'

const account = acmeAccount()
const sent: JsonObject = {
  amount: '100.10',
  currency: { code: 'EUR' },
  seconds: 3600,
  note: ' ü & <b> ',
  phone: '1',
  coinCurrency: 'x',
}
const request = receiveRequest({
  method: 'POST',
  pathAndQuery: '/payments',
  headers: {},
  bytes: new TextEncoder().encode(JSON.stringify(sent)),
})

const answerRules = acme.rules.filter(({ side }) => side === 'answer')

/** The answer of a right provider: what the rules make, and an id. */
function rightAnswer(): AnswerDraft {
  const made = answerRules.flatMap((rule) => {
    const kind = kindOf(rule)
    if (kind.side !== 'answer' || !meetsPremises(request.body, rule.when, account)) return []
    return kind.makes?.(request, rule, account) ?? []
  })
  const body = made.reduce<Json>((whole, { at, value }) => withValueAt(whole, at, value), { data: { id: 'id-2' } })
  const answer = answerFor(200, acme)
  if (answer === undefined) throw new Error('The operation has no success.')
  return { status: 200, contentType: 'application/json', body, answer }
}

function judgedAnswer(draft: Pick<AnswerDraft, 'status' | 'contentType' | 'body'>): string[] {
  const answer = (body: Json, status = draft.status) =>
    receiveAnswer({
      status,
      headers: { 'content-type': draft.contentType },
      bytes: new TextEncoder().encode(stringifyJson(body)),
    })
  const earlier = [answer({ data: { id: 'id-1' } }), answer({ data: { id: '01890a5d-ac96-4b74-8d3c-0123456789ab' } })]
  const times = { sentAt: account.now(), receivedAt: account.now() + 40 }
  return judgeAnswer({ request, answer: answer(draft.body), earlier, ...times }, acme, account).map(
    ({ rule }) => rule.id,
  )
}

const changed = (at: string, value: Json) =>
  judgedAnswer({ ...rightAnswer(), body: withValueAt(rightAnswer().body, at, value) })

test('a right answer keeps every rule', () => {
  expect(judgedAnswer(rightAnswer())).toEqual([])
  expect(rightAnswer().body).toMatchInlineSnapshot(`
    {
      "data": {
        "amount": "100.10",
        "count": 30,
        "currency": {
          "code": "EUR",
        },
        "ends": "2027-01-16T08:00:00.000Z",
        "expires": 1800003600,
        "id": "id-2",
        "link": "https://acme.example/payment/JBs6xtNTsWY3FNUK5Hl0xs",
        "note": " ü & <b> ",
        "state": "new",
        "status": "created",
      },
    }
  `)
})

for (const rule of answerRules) {
  test(`every wrong answer of ${rule.id} (${rule.kind}) is found out`, () => {
    const kind = kindOf(rule)
    if (kind.side !== 'answer') throw new Error('No answer kind.')
    const error = answerFor(422, acme)
    const right =
      rule.kind === 'error-code' && error !== undefined
        ? { ...rightAnswer(), status: 422, answer: error, body: { error: 'No', code: 422 } }
        : rightAnswer()
    expect(judgedAnswer(right)).toEqual([])
    const wrong = kind.breaks(right, rule, { request }, acme)
    expect(wrong.length).toBeGreaterThan(0)
    for (const draft of wrong) expect(judgedAnswer(draft)).toContain(rule.id)
  })
}

test.each<[string, Json, string[]]>([
  ['/data/amount', '100.1', []],
  ['/data/amount', '100.10000000', []],
  ['/data/amount', 100.1, ['answer.shape']],
  ['/data/amount', '100.1000000000000001', ['answer.echo']],
  ['/data/amount', '100', ['answer.echo']],
  ['/data/note', 'ü & <b>', ['answer.echo']],
  ['/data/note', ' ü & &lt;b&gt; ', ['answer.echo']],
  ['/data/note', ' u\u0308 & <b> ', ['answer.echo']],
  ['/data/note', null, []],
  ['/data/currency/network', null, []],
  ['/data/currency/network', 'ethereum', ['answer.network']],
  ['/data/expires', 1_800_003_604, []],
  ['/data/expires', '1800003600', []],
  ['/data/expires', 1_800_003_608, ['answer.expires']],
  ['/data/expires', 1_800_003_600_000, ['answer.expires']],
  ['/data/expires', 3600, ['answer.expires']],
  ['/data/link', 'http://127.0.0.1:4010/x', []],
  ['/data/link', 'http://pay.acme.example/x', ['answer.link']],
  ['/data/link', 'https://notacme.example/x', ['answer.link']],
  ['/data/link', '//pay.acme.example/x', ['answer.link']],
  ['/data/id', 'id-1', ['answer.id']],
  ['/data/id', 5, ['answer.id-text']],
  ['/data/status', 'paid', ['answer.created']],
  ['/data/extra', { more: true }, []],
  ['/data/ends', '2027-01-15T09:00:00Z', []],
  ['/data/ends', '2026-01-15T09:00:00Z', ['answer.ends']],
  ['/data/ends', 'tomorrow', ['answer.ends']],
])('%s: %j breaks %j', (at, value, ids) => {
  expect(changed(at, value)).toEqual(ids)
})

test('a missing member belongs to the narrowest rule about it', () => {
  const body = withoutValueAt(rightAnswer().body, '/data/status')
  expect(valueAt(body, '/data/status')).toBeUndefined()
  expect(judgedAnswer({ ...rightAnswer(), body })).toEqual(['answer.required'])
  expect(judgedAnswer({ ...rightAnswer(), body: withoutValueAt(rightAnswer().body, '/data/id') })).toEqual([
    'answer.id-text',
  ])
})

test('an answer that is an error is judged by the rules about errors alone', () => {
  const error = { status: 422, contentType: 'application/json', body: { error: 'No.', code: 422 } }
  expect(judgedAnswer(error)).toEqual([])
  expect(judgedAnswer({ ...error, body: { error: 'No.', code: 400 } })).toEqual(['answer.error'])
  expect(judgedAnswer({ ...error, contentType: 'text/html' })).toEqual([])
  expect(isJsonObject(error.body)).toBe(true)
})
