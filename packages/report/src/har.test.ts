import type { Har } from 'har-format'
import { expect, test } from 'vitest'
import { caseFinished, exchange, finished, reportWith, started } from './__fixtures__/reports.ts'
import { har } from './har.ts'
import { written } from './sample/written.ts'

const failure = 'The connection was closed before an answer came (UND_ERR_SOCKET).'
const { response: _, ...unanswered } = exchange
const bytes = { ...exchange, request: { ...exchange.request, body: '/w==', bodyEncoding: 'base64' as const } }
const text = written(har, [
  started(),
  caseFinished({ exchanges: [exchange, { ...unanswered, failure }, bytes] }),
  finished(reportWith()),
])
const { log }: Har = JSON.parse(text)

test('an exchange is an entry, with its case', () => {
  expect(log.entries[0]).toMatchInlineSnapshot(`
    {
      "_case": "accepts/minimal",
      "_outcome": "kept",
      "_phase": "accepts",
      "_rules": [
        "amount.required",
      ],
      "cache": {},
      "pageref": "run-1",
      "request": {
        "bodySize": 16,
        "cookies": [],
        "headers": [
          {
            "name": "Content-Type",
            "value": "application/json",
          },
          {
            "name": "X-Key",
            "value": "<key>",
          },
        ],
        "headersSize": -1,
        "httpVersion": "HTTP/1.1",
        "method": "POST",
        "postData": {
          "mimeType": "application/json",
          "text": "{"amount":"100"}",
        },
        "queryString": [
          {
            "name": "lang",
            "value": "en",
          },
        ],
        "url": "http://127.0.0.1:4010/payments?lang=en",
      },
      "response": {
        "bodySize": -1,
        "content": {
          "mimeType": "application/json",
          "size": 10,
          "text": "{"id":"1"}",
        },
        "cookies": [],
        "headers": [
          {
            "name": "content-type",
            "value": "application/json",
          },
        ],
        "headersSize": -1,
        "httpVersion": "HTTP/1.1",
        "redirectURL": "",
        "status": 200,
        "statusText": "",
      },
      "startedDateTime": "2026-01-01T00:00:00.100Z",
      "time": 12,
      "timings": {
        "receive": 0,
        "send": 0,
        "wait": 12,
      },
    }
  `)
})

test('what got no answer has the status 0 and says why', () => {
  expect(log.entries[1]?.response).toMatchObject({ status: 0, comment: failure })
})

test('bytes that are no text are marked as Base64', () => {
  expect(log.entries[2]?.request).toMatchObject({ bodySize: 1, postData: { text: '/w==', comment: 'base64' } })
})

test('entries are written as they come, so a long run takes no room', () => {
  const texts: string[] = []
  const reporter = har.reporter({ write: (more) => texts.push(more) })
  reporter.on(started())
  reporter.on(caseFinished())
  expect(texts.at(-1)).toContain('"pageref":"run-1"')
})
