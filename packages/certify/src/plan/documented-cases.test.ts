import { expect, test } from 'vitest'
import { limitedContract } from '../__fixtures__/limited-contract.ts'
import { smallContract } from '../__fixtures__/small-contract.ts'
import { documentedCases } from './documented-cases.ts'

const options = { credentials: { key: 'key', secret: 'secret' }, now: Date.UTC(2030, 0, 1), runId: 'documented' }

test.each([smallContract, limitedContract])(
  'every documented error of $provider has one case, which breaks its rule',
  (contract) => {
    const promised = contract.operations
      .flatMap(({ rules }) => rules)
      .filter(({ side, answer, outcome }) => side === 'request' && answer !== undefined && outcome !== 'unspecified')
    const cases = documentedCases(contract, options).filter(({ rule }) => rule !== undefined)
    expect(cases.map(({ rule }) => rule?.id)).toEqual(promised.map(({ id }) => id))
    expect(cases.map(({ expectation }) => expectation.outcome)).toEqual(promised.map(() => 'refused'))
  },
)

test('the forms of a success differ in what is sent, the smallest first', () => {
  const forms = documentedCases(smallContract, options).filter(({ rule }) => rule === undefined)
  expect(forms.map(({ id }) => id).slice(0, 2)).toEqual(['accepts/minimal', 'accepts/full'])
  expect(new Set(forms.map(({ draft }) => JSON.stringify(draft.body))).size).toBe(forms.length)
})

test('the same options give the same cases', () => {
  expect(documentedCases(smallContract, options)).toEqual(documentedCases(smallContract, options))
})
