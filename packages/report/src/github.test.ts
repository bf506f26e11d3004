import { expect, test } from 'vitest'
import { failed, reportWith } from './__fixtures__/reports.ts'
import { github } from './github.ts'
import { runsOf } from './sample/runs-of.ts'
import { written } from './sample/written.ts'

test('a failed rule is an annotation at the provider’s document, and the summary a table', () => {
  expect(written(github, runsOf([reportWith({ verdict: 'findings', rules: [failed] })]))).toMatchInlineSnapshot(`
    "::error file=specs/small-till/openapi.yaml,title=small-till%3A note.max-length::A request with 21 characters at /note (at most 20) was accepted with 200.%0ARule: The note has at most 20 characters.%0AAgain: body() { printf %25s '{"amount":"100"}'; }; body | curl -sS -i -X POST 'http://127.0.0.1:4010/payments' --data-binary @-
    ## Assay

    | provider | verdict | pass | fail | not tested | cases | requests | time |
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
    | small\\-till | findings | 0 | 1 | 0 | 207 | 212 | 0.8 s |

    <details><summary><b>small-till: note.max-length</b> A request with 21 characters at /note (at most 20) was accepted with 200.</summary>

    \`\`\`
    POST http://127.0.0.1:4010/payments
    {"amount":"100","note":"xxxxxxxxxxxxxxxxxxxxx"}
    \`\`\`

    \`\`\`
    200
    {"id":"1"}
    \`\`\`

    \`\`\`
    body() { printf %s '{"amount":"100"}'; }; body | curl -sS -i -X POST 'http://127.0.0.1:4010/payments' --data-binary @-
    \`\`\`

    </details>
    "
  `)
})

test('more rules than a job shows are counted', () => {
  const rules = Array.from({ length: 14 }, (_, index) => ({ ...failed, id: `rule-${index}` }))
  const text = written(github, runsOf([reportWith({ verdict: 'findings', rules })]))
  expect(text.match(/^::error/gm)).toHaveLength(11)
  expect(text).toContain('::4 more rules fail; the summary of the job names them.')
  expect(text.match(/<details>/g)).toHaveLength(14)
})

test('a summary stays below what GitHub takes', () => {
  const [finding] = failed.findings
  if (finding === undefined) throw new Error('The rule has a finding.')
  const long = { ...finding, request: { ...finding.request, body: 'x'.repeat(90_000) } }
  const rules = Array.from({ length: 20 }, (_, index) => ({ ...failed, id: `rule-${index}`, findings: [long] }))
  let summary = ''
  const reporter = github.reporter({
    write: () => undefined,
    summarise: (text) => {
      summary = text
    },
  })
  for (const event of runsOf([reportWith({ verdict: 'findings', rules })])) reporter.on(event)
  reporter.end()
  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576)
  expect(summary).toContain('15 more findings are too long for this page.')
})
