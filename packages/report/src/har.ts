import type { CertifyEvent, RecordedExchange } from '@assay/certify'
import type { Entry, Header, Page } from 'har-format'
import type { ReportFormat } from './reporter.ts'
import { tool } from './tool.ts'

/** HAR 1.2: every exchange, written as it happens, a page a provider. Credentials and signatures stand in none. */
export const har: ReportFormat = {
  name: 'har',
  alone: false,
  reporter({ write }) {
    const pages: Page[] = []
    let written = false
    const begin = (): void => {
      if (written) return
      written = true
      write(`{\n"log": {\n"version": "1.2",\n"creator": ${JSON.stringify(tool)},\n"entries": [`)
    }
    let separator = '\n'
    return {
      on(event) {
        begin()
        if (event.type === 'started') pages.push(pageOf(event, pages.length + 1))
        const page = pages.at(-1)?.id
        if (event.type !== 'case-finished' && event.type !== 'doctor-finished') return
        const about =
          event.type === 'doctor-finished'
            ? { _case: 'doctor' }
            : { _case: event.case, _phase: event.phase, _rules: event.rules, _outcome: event.outcome }
        for (const exchange of event.exchanges) {
          const entry = { ...(page === undefined ? {} : { pageref: page }), ...entryOf(exchange), ...about }
          write(`${separator}${JSON.stringify(entry)}`)
          separator = ',\n'
        }
      },
      end() {
        begin()
        write(`\n],\n"pages": ${JSON.stringify(pages)}\n}\n}\n`)
      },
    }
  },
}

function pageOf({ provider, startedAt }: Extract<CertifyEvent, { type: 'started' }>, number: number): Page {
  return { id: `run-${number}`, startedDateTime: startedAt, title: provider, pageTimings: {} }
}

function entryOf({ startedAt, durationMs, request, response, failure }: RecordedExchange): Entry {
  const { method, url, body, bodyEncoding } = request
  const bytes = Buffer.byteLength(body, bodyEncoding ?? 'utf8')
  const answer = response ?? { status: 0, headers: {}, body: '' }
  return {
    startedDateTime: startedAt,
    time: durationMs,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(request.headers),
      queryString: [...new URL(url).searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: bytes,
      postData: {
        mimeType: request.headers['Content-Type'] ?? '',
        text: body,
        ...(bodyEncoding === undefined ? {} : { comment: bodyEncoding }),
      },
    },
    response: {
      status: answer.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(answer.headers),
      content: {
        size: response?.bodyBytes ?? Buffer.byteLength(answer.body, 'utf8'),
        mimeType: answer.headers['content-type'] ?? '',
        text: answer.body,
      },
      redirectURL: answer.headers.location ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(failure === undefined ? {} : { _error: failure, comment: failure }),
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
  }
}

function headersOf(headers: { readonly [name: string]: string }): Header[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }))
}
