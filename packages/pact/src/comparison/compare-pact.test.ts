import { expect, test } from 'vitest'
import { tillContract } from '../__fixtures__/till-contract.ts'
import { tillPact } from '../__fixtures__/till-pact.ts'
import { comparePact } from './compare-pact.ts'

test('a pact that asks for what the contract promises has no discrepancy', async () => {
  expect(await comparePact(tillContract, tillPact())).toEqual([])
})

test.each([
  ['a field that the contract lacks', { id: 'p-1', colour: 'red' }],
  ['a wrong type', { id: 7 }],
] as const)('%s is told with both places', async (_, content) => {
  const found = await comparePact(tillContract, tillPact({ content }))
  expect(found.map(({ says, pact, contract }) => [says, pact, contract])).toMatchSnapshot()
})

test('an undocumented status is told, and an unknown path', async () => {
  const found = [
    ...(await comparePact(tillContract, tillPact({ status: 418 }))),
    ...(await comparePact(tillContract, tillPact({ path: '/elsewhere' }))),
  ]
  expect(found.map(({ code }) => code)).toEqual(['response.status.unknown', 'request.path-or-method.unknown'])
})
