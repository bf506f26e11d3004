import type { Log } from 'sarif'
import { expect, test } from 'vitest'
import { failed, reportWith } from './__fixtures__/reports.ts'
import { runsOf } from './sample/runs-of.ts'
import { written } from './sample/written.ts'
import { sarif } from './sarif.ts'

function log(more: Parameters<typeof reportWith>[0]): Log {
  return JSON.parse(written(sarif, runsOf([reportWith({ verdict: 'findings', rules: [failed], ...more })])))
}

test('a result stands in the provider’s document, at the place of the rule', () => {
  const [result] = log({}).runs[0]?.results ?? []
  expect(result?.locations).toEqual([
    {
      physicalLocation: { artifactLocation: { uri: 'specs/small-till/openapi.yaml' }, region: { startLine: 1 } },
      logicalLocations: [{ name: 'request/note', fullyQualifiedName: 'create/request/note' }],
    },
  ])
  expect(log({}).runs[0]?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId)
})

test('a finding has the same fingerprint in every run, and another is another', () => {
  const print = (more: Parameters<typeof reportWith>[0]): unknown =>
    log(more).runs[0]?.results?.[0]?.partialFingerprints
  expect(print({ runId: 'run00002', startedAt: '2027-01-01T00:00:00.000Z' })).toEqual(print({}))
  expect(print({ rules: [{ ...failed, id: 'other' }] })).not.toEqual(print({}))
})

test('a failure that was expected is a note, and a run without a verdict was no success', () => {
  expect(log({ rules: [{ ...failed, expected: true }] }).runs[0]?.results?.[0]?.level).toBe('note')
  const down = log({ verdict: 'inconclusive', reason: 'The target could not be reached.', rules: [] })
  expect(down.runs[0]?.invocations?.[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ message: { text: 'The target could not be reached.' } }],
  })
})
