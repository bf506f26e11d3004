import { expect, test } from 'vitest'
import { combinedProfile } from './__fixtures__/profiles.ts'
import { headersOf } from './headers-of.ts'

test('a forged signature stands where the right one would', () => {
  expect(headersOf(combinedProfile, { key: 'k', signature: 'forged', timestamp: '1' })).toEqual({
    Authorization: 'FRX-API api-key=k,signature=forged,timestamp=1',
  })
})

test('a hole without a value is said', () => {
  expect(() => headersOf(combinedProfile, { key: 'k', timestamp: '1' })).toThrow(
    'The header Authorization needs a signature: give one.',
  )
})
