import { expect, test } from 'vitest'
import { failed, finished, reportWith } from './__fixtures__/reports.ts'
import { json } from './json.ts'
import { reportFormats } from './report-formats.ts'

test('the JSON report is the report, and nothing is written before the end', () => {
  const texts: string[] = []
  const reporter = json.reporter({ write: (text) => texts.push(text) })
  const report = reportWith({ rules: [failed] })
  reporter.on({ type: 'phase-started', phase: 'accepts', cases: 1 })
  expect(texts).toEqual([])
  reporter.on(finished(report))
  reporter.end()
  expect(texts).toHaveLength(1)
  expect(JSON.parse(texts[0] ?? '')).toEqual(report)
  expect(texts[0]).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\}\n$/)
})

test('formats are told apart by their names', () => {
  expect(reportFormats.map(({ name }) => name)).toEqual([
    'terminal',
    'json',
    'html',
    'junit',
    'ctrf',
    'sarif',
    'har',
    'ndjson',
    'github',
    'badge',
  ])
})
