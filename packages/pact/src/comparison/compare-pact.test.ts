import { expect, test } from 'vitest'
import { tillContract } from '../__fixtures__/till-contract.ts'
import { tillPact } from '../__fixtures__/till-pact.ts'
import { comparePact } from './compare-pact.ts'

test('a pact that asks for what the contract promises has no discrepancy', async () => {
  expect(await comparePact(tillContract, tillPact())).toEqual([])
})

const told = async (content: unknown) =>
  (await comparePact(tillContract, tillPact({ content }))).map(({ says, pact, contract }) => [says, pact, contract])

test('a field that the contract lacks is told with both places', async () => {
  expect(await told({ id: 'p-1', colour: 'red' })).toMatchInlineSnapshot(`
    [
      [
        "Response body is incompatible with the response body schema in the spec file: must NOT have additional properties - colour",
        "interactions[0].response.body",
        "paths./payments.post.responses.201.content.application/json.schema.additionalProperties",
      ],
    ]
  `)
})

test('a wrong type is told with both places', async () => {
  expect(await told({ id: 7 })).toMatchInlineSnapshot(`
    [
      [
        "Response body is incompatible with the response body schema in the spec file: must be string",
        "interactions[0].response.body.id",
        "paths./payments.post.responses.201.content.application/json.schema.properties.id.type",
      ],
    ]
  `)
})

test('an undocumented status is told, and an unknown path', async () => {
  const found = [
    ...(await comparePact(tillContract, tillPact({ status: 418 }))),
    ...(await comparePact(tillContract, tillPact({ path: '/elsewhere' }))),
  ]
  expect(found.map(({ code }) => code)).toEqual(['response.status.unknown', 'request.path-or-method.unknown'])
})
