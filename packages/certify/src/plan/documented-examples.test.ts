import type { Json, Operation } from '@assay/contract'
import { expect, test } from 'vitest'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { credentials } from '../__fixtures__/small-till.ts'
import { planBench } from './bench.ts'
import { documentedExamples } from './documented-examples.ts'
import { validPool } from './valid-pool.ts'

/** The documented requests of the small till with this example. */
function examplesOf(value: Json, pins?: ReadonlyMap<string, Json>): readonly Json[] {
  const [operation] = smallContract.operations as readonly [Operation]
  const request = operation.request && { ...operation.request, examples: [{ name: 'Example', value }] }
  const shown = { ...operation, ...(request === undefined ? {} : { request }) }
  const options = { baseUrl: 'http://127.0.0.1:1', credentials, seed: 1, ...(pins === undefined ? {} : { pins }) }
  const bench = planBench(smallContract, shown, options, Date.now())
  const pool = validPool(bench, 20, 1)
  if (pool === undefined) throw new Error('The small till has valid requests.')
  return documentedExamples(bench, pool).map(({ draft }) => draft.body)
}

test.each<[string, Json, readonly Json[]]>([
  ['is sent as it is', { amount: '150', note: 'Zażółć' }, [{ amount: '150', note: 'Zażółć' }]],
  [
    'gets a reference of its own',
    { amount: '150', reference: 'order' },
    [{ amount: '150', reference: 'assay-000000000000' }],
  ],
  [
    'names no site of anybody',
    { amount: '150', note: 'https://a.io' },
    [{ amount: '150', note: 'https://example.com' }],
  ],
  ['that breaks a rule is left out', { amount: 'much' }, []],
  ['that not any account takes is left out', { amount: '1000000' }, []],
])('a documented request %s', (_says, value, sent) => {
  expect(examplesOf(value)).toEqual(sent)
})

test('a documented request has what the user pinned', () => {
  expect(examplesOf({ amount: '150' }, new Map([['/note', 'mine']]))).toEqual([{ amount: '150', note: 'mine' }])
})
