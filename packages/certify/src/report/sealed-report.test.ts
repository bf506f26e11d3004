import { expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials, smallTill, tillTransport } from '../__fixtures__/small-till.ts'
import { certify } from '../certify.ts'
import { reportOf } from '../report-of.ts'
import { isUnaltered, sealReport } from './sealed-report.ts'

const made = reportOf(
  certify(smallContract, {
    baseUrl: 'http://127.0.0.1:1',
    credentials,
    seed: 1,
    level: 'quick',
    only: ['note.max-length'],
    transport: tillTransport(smallTill(undefined, ['note.max-length'])),
    evidence: { versions: { assay: '1.2.3' }, documents: { 'overlay.yaml': 'abc' } },
  }),
)

test('carries a digest over itself that survives any white space', async () => {
  const report = await made
  expect(report.evidence).toMatchObject({ versions: { assay: '1.2.3' }, documents: { 'overlay.yaml': 'abc' } })
  expect(isUnaltered(JSON.stringify(report))).toBe(true)
  expect(isUnaltered(JSON.stringify(report, null, 7))).toBe(true)
  expect(sealReport(report)).toEqual(report)
})

test.each([
  ['the verdict', (text: string) => text.replace('"verdict":"findings"', '"verdict":"conforms"')],
  ['a count', (text: string) => text.replace(/"requests":(\d+)/, '"requests":1$1')],
  ['the hash of the overlay', (text: string) => text.replace('"abc"', '"abd"')],
  ['a member too many', (text: string) => text.replace('{', '{"reviewed":true,')],
  ['the digest', (text: string) => text.replace(/"digest":"./, '"digest":"x')],
])('shows that %s was altered', async (_, alter) => {
  const text = JSON.stringify(await made)
  expect(alter(text)).not.toBe(text)
  expect(isUnaltered(alter(text))).toBe(false)
})

test('says nothing of what has no digest', () => {
  expect(isUnaltered('{"version":1}')).toBe(undefined)
  expect(isUnaltered('[]')).toBe(undefined)
})
