import type { Report } from '@assay/certify'
import { expect, test } from 'vitest'
import { failed, finished, reportWith } from './__fixtures__/reports.ts'
import type { Output } from './reporter.ts'
import { terminal } from './terminal.ts'

function shown(reports: readonly Report[], output: Omit<Output, 'write'> = {}): string {
  let text = ''
  const write = (more: string): void => {
    text += more
  }
  const reporter = terminal.reporter({ write, ...output })
  for (const report of reports) reporter.on(finished(report))
  reporter.end()
  return text
}

const wrong = reportWith({ verdict: 'findings', rules: [failed] })

test('a provider that conforms is one line', () => {
  expect(shown([reportWith()])).toMatchInlineSnapshot(`
    "small-till                 conforms  rules 1 pass, 0 fail, 0 not tested · 207 cases · 212 requests · 0.8 s
    "
  `)
})

test('a finding is five lines', () => {
  expect(shown([wrong])).toMatchInlineSnapshot(`
    "small-till                 findings  rules 0 pass, 1 fail, 0 not tested · 207 cases · 212 requests · 0.8 s
      fail  note.max-length (2 cases): A request with 21 characters at /note (at most 20) was accepted with 200.
        stands    create, request/note (documented)
        request   POST http://127.0.0.1:4010/payments {"amount":"100","note":"xxxxxxxxxxxxxxxxxxxxx"}
        expected  422: The note has at most 20 characters. So it is refused with 422. Observed: It was accepted with 200.
        again     body() { printf %s '{"amount":"100"}'; }; body | curl -sS -i -X POST 'http://127.0.0.1:4010/payments' --data-binary @-
    "
  `)
})

test('several providers end with a summary', () => {
  const down = reportWith({ verdict: 'inconclusive', reason: 'The target could not be reached.', requests: 3 })
  expect(shown([reportWith(), wrong, down]).split('\n').at(-2)).toMatchInlineSnapshot(
    `"3 providers: 1 conform, 1 with findings, 1 inconclusive · 621 cases · 427 requests"`,
  )
})

test('what is inconclusive, interrupted or stale is said', () => {
  const reason = 'The target could not be reached: The connection was refused (ECONNREFUSED).'
  const expectedFailures = [
    { rule: 'amount.required', outcome: 'passed' as const },
    { rule: 'no.such-rule', outcome: 'unknown' as const },
  ]
  expect(
    shown([reportWith({ verdict: 'inconclusive', reason, complete: false, expectedFailures })]),
  ).toMatchInlineSnapshot(`
    "small-till                 inconclusive, interrupted  rules 1 pass, 0 fail, 0 not tested · 207 cases · 212 requests · 0.8 s
      The target could not be reached: The connection was refused (ECONNREFUSED).
      amount.required was expected to fail and passed: take it off the list.
      no.such-rule was expected to fail and is no rule of this contract: take it off the list.
    "
  `)
})

test('lines fit the width, but for the one that is there to be pasted', () => {
  for (const width of [60, 80, 120]) {
    const lines = shown([wrong], { width }).split('\n')
    for (const line of lines.filter((one) => !one.includes('curl'))) expect([...line].length).toBeLessThanOrEqual(width)
    expect(lines.some((line) => line.endsWith('--data-binary @-'))).toBe(true)
  }
})

test('colours are there only where they may be', () => {
  expect(shown([wrong])).not.toContain('\u001b')
  expect(shown([wrong], { colours: true })).toContain('\u001b[31m')
})

test('no answer of a provider moves the cursor', () => {
  const [finding] = failed.findings
  if (finding === undefined) throw new Error('The rule has a finding.')
  const findings = [{ ...finding, says: 'It says \u001b[2J\r\n\u202e.' }]
  expect(shown([reportWith({ rules: [{ ...failed, findings }] })])).toContain(
    'It says \\u001b[2J\\u000d\\u000a\\u202e.',
  )
})
