import type { Operation } from '@assay/contract'
import { expect, test } from 'vitest'
import { operationNames, pascalCase } from './naming.ts'

function operation(id: string, summary?: string): Operation {
  const base = { id, method: 'POST', path: '/requests', parameters: [], answers: [], roles: [], rules: [] }
  return summary === undefined ? base : { ...base, summary }
}

const cases: readonly (readonly [Operation, string])[] = [
  [operation('createPaymentRequest', 'Anything'), 'createPaymentRequest'],
  [operation('request-crypto-payment'), 'requestCryptoPayment'],
  [operation('post-requests', 'Create a payment request'), 'createPaymentRequest'],
  [operation('postRequests', 'Create the Order'), 'createOrder'],
  [operation('post /requests'), 'postRequests'],
  [operation('post-requests', '支払い'), 'postRequests'],
  [operation('支払い'), 'postRequests'],
]

test.each(cases)('%j is called %j', (given, name) => {
  expect(operationNames([given])).toEqual([name])
})

test('a name that is taken gets a number', () => {
  expect(operationNames([operation('a-b'), operation('aB'), operation('a_b')])).toEqual(['aB', 'aB2', 'aB3'])
})

test('a word that begins with a digit is no identifier by itself', () => {
  expect(pascalCase('3d-secure')).toBe('_3dSecure')
})
