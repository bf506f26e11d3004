import { expect, test } from 'vitest'
import { transportFailureOf } from './transport-failure.ts'

const caused = (cause: object): Error => new TypeError('fetch failed', { cause })

const cases: readonly (readonly [string, unknown, 'no' | 'maybe', string])[] = [
  ['an unknown host', caused({ code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'no', 'unreachable'],
  ['a connection that timed out', caused({ code: 'ETIMEDOUT', syscall: 'connect' }), 'no', 'unreachable'],
  ['a certificate that is not trusted', caused({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }), 'no', 'unreachable'],
  [
    'several addresses refused',
    caused(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })),
    'no',
    'unreachable',
  ],
  ['a reset', caused({ code: 'ECONNRESET', syscall: 'read' }), 'maybe', 'broken-off'],
  ['headers that never came', caused({ code: 'UND_ERR_HEADERS_TIMEOUT' }), 'maybe', 'timeout'],
  ['a code nobody knows', caused({ code: 'E_ODD' }), 'maybe', 'failed'],
  ['no error at all', undefined, 'maybe', 'failed'],
]

test.each(cases)('%s', (_, error, sent, reason) => {
  expect(transportFailureOf(error)).toMatchObject({ sent, reason })
})

test('a cause that goes in circles ends', () => {
  const error = new Error('round')
  error.cause = error
  expect(transportFailureOf(error)).toMatchObject({ sent: 'maybe' })
})
