import { expect, test } from 'vitest'
import { failed, passed, reportWith } from './__fixtures__/reports.ts'
import { junit } from './junit.ts'
import { runsOf } from './sample/runs-of.ts'
import { written } from './sample/written.ts'

test('a suite is a provider, a test a rule, and what is not tested is skipped', () => {
  const rules = [
    { ...passed, at: '/amount', side: 'request' as const },
    { ...failed, at: '/note', side: 'request' as const },
    { ...passed, id: 'answer.late', verdict: 'not-tested' as const, reason: 'No answer showed it.' },
  ]
  expect(written(junit, runsOf([reportWith({ verdict: 'findings', rules })]))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="assay" tests="3" failures="1" errors="0" time="0.840">
      <testsuite name="small-till" tests="3" failures="1" errors="0" skipped="1" time="0.840" timestamp="2026-01-01T00:00:00" file="specs/small-till/openapi.yaml">
        <properties>
          <property name="target" value="http://127.0.0.1:4010"/>
          <property name="verdict" value="findings"/>
          <property name="complete" value="true"/>
          <property name="seed" value="1"/>
          <property name="level" value="standard"/>
          <property name="run" value="run00001"/>
          <property name="requests" value="212"/>
          <property name="contract.sha256" value="0000000000000000000000000000000000000000000000000000000000000000"/>
        </properties>
        <testcase name="amount.required" classname="small-till.amount" time="0.000"/>
        <testcase name="note.max-length" classname="small-till.note" time="0.012">
          <failure type="provider" message="A request with 21 characters at /note (at most 20) was accepted with 200.">A request with 21 characters at /note (at most 20) was accepted with 200.
    Rule: The note has at most 20 characters.
    Stands: create, request/note (documented)
    Request: POST http://127.0.0.1:4010/payments {&quot;amount&quot;:&quot;100&quot;,&quot;note&quot;:&quot;xxxxxxxxxxxxxxxxxxxxx&quot;}
    Expected: 422: The note has at most 20 characters. So it is refused with 422.
    Observed: It was accepted with 200.
    Answer: 200 {&quot;id&quot;:&quot;1&quot;}
    Blame: provider
    Again: body() { printf %s &apos;{&quot;amount&quot;:&quot;100&quot;}&apos;; }; body | curl -sS -i -X POST &apos;http://127.0.0.1:4010/payments&apos; --data-binary @-</failure>
        </testcase>
        <testcase name="answer.late" classname="small-till.answer" time="0.000">
          <skipped message="No answer showed it."/>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `)
})

test('what is inconclusive or stale is a test of its own, so that a CI system sees it', () => {
  const expectedFailures = [{ rule: 'amount.required', outcome: 'passed' as const }]
  const down = reportWith({ verdict: 'inconclusive', reason: 'The target could not be reached.', expectedFailures })
  expect(
    written(junit, runsOf([down]))
      .split('\n')
      .filter((line) => /<(failure|error|testcase)/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "    <testcase name="amount.required" classname="small-till.amount" time="0.000"/>",
      "    <testcase name="expected failure of amount.required" classname="small-till.expected-failures" time="0.000">",
      "      <failure type="stale" message="amount.required was expected to fail and passed: take it off the list.">amount.required was expected to fail and passed: take it off the list.</failure>",
      "    <testcase name="verdict" classname="small-till" time="0.000">",
      "      <error type="inconclusive" message="The target could not be reached.">The target could not be reached.</error>",
    ]
  `)
})
