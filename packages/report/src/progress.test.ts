import type { CertifyEvent } from '@assay/certify'
import { expect, test } from 'vitest'
import { caseFinished, failed, finished, reportWith, started } from './__fixtures__/reports.ts'
import { type ProgressOutput, progress } from './progress.ts'

/** Shows events that come so many milliseconds after each other. */
function shown(events: readonly CertifyEvent[], output: Partial<ProgressOutput> = {}, step = 400): string {
  let text = ''
  let time = 0
  const reporter = progress({
    write: (more) => {
      text += more
    },
    now: () => time,
    ...output,
  })
  for (const event of events) {
    time += step
    reporter.on(event)
  }
  reporter.end()
  return text
}

const [finding] = failed.findings
if (finding === undefined) throw new Error('The rule has a finding.')
const cases = Array.from({ length: 8 }, (_, index) => caseFinished({ case: `refuses/${index + 1}`, phase: 'refuses' }))
const run: readonly CertifyEvent[] = [
  started({ cases: 10 }),
  {
    type: 'doctor-finished',
    ready: true,
    says: 'It answers, and does not refuse the credentials (200).',
    exchanges: [],
  },
  { type: 'phase-started', phase: 'accepts', cases: 2 },
  caseFinished({ case: 'accepts/1' }),
  caseFinished({ case: 'accepts/2' }),
  { type: 'phase-started', phase: 'refuses', cases: 8 },
  ...cases.slice(0, 7),
  { type: 'finding', rule: failed.id, finding },
  caseFinished({ case: 'refuses/8', phase: 'refuses', outcome: 'broken', broken: [failed.id] }),
  finished(reportWith()),
]

test('without a terminal each phase that took a second is a line, and each finding', () => {
  expect(shown(run)).toMatchInlineSnapshot(`
    "small-till: 10 cases planned
    small-till: It answers, and does not refuse the credentials (200).
    small-till: accepts       2/2 cases, 0 broken, 1.7 requests/s
    small-till: finding of note.max-length: A request with 21 characters at /note (at most 20) was accepted with 200.
    small-till: refuses       8/8 cases, 1 broken, 2.0 requests/s
    "
  `)
})

test('without a terminal phases that are over at once have no line', () => {
  expect(shown(run, {}, 40)).not.toMatch(/requests\/s/)
})

test('without a terminal a long phase says now and then how far it is', () => {
  const long = Array.from({ length: 90 }, (_, index) => caseFinished({ case: `accepts/${index}` }))
  const events: readonly CertifyEvent[] = [
    started({ cases: 200 }),
    { type: 'phase-started', phase: 'accepts', cases: 200 },
    ...long,
  ]
  const lines = shown(events, {}, 250).trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  expect(lines.at(-1)).toMatchInlineSnapshot(`"small-till: 80/200 cases (accepts 80/200), 4.0 requests/s · 31 s left"`)
})

test('on a terminal one line is drawn again, and is gone at the end', () => {
  const text = shown(run, { live: true, providers: 3 })
  expect(text).not.toContain('\n')
  expect(text.endsWith('\r\u001b[2K')).toBe(true)
  expect(text.split('\r\u001b[2K').at(-2)).toMatchInlineSnapshot(
    `"small-till 1/3  ████████████████ 100 %  refuses 8/8 · 1 finding · 1.9 requests/s"`,
  )
})

test('a terminal is not drawn for every event', () => {
  const many = [
    started({ cases: 1000 }),
    ...Array.from({ length: 1000 }, (_, index) => caseFinished({ case: `${index}` })),
  ]
  expect(shown(many, { live: true }, 1).split('\u001b[2K').length).toBeLessThan(20)
})

test('the line is no wider than the terminal', () => {
  for (const width of [20, 40, 60]) {
    for (const line of shown(run, { live: true, width }).split('\r\u001b[2K'))
      expect([...line].length).toBeLessThan(width)
  }
})

test('what a provider says moves no cursor', () => {
  const says = 'It says \u001b[2J\n.'
  expect(shown([started(), { type: 'finding', rule: failed.id, finding: { ...finding, says } }])).toContain(
    '\\u001b[2J\\u000a',
  )
})
