import { expect, test } from 'vitest'
import { hmac } from './hmac.ts'

/** RFC 4231, section 4: key and data in hex; case 5 is published cut to 128 bits. */
const cases = [
  [
    1,
    '0b'.repeat(20),
    text('Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    '87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854',
  ],
  [
    2,
    text('Jefe'),
    text('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
  ],
  [
    3,
    'aa'.repeat(20),
    'dd'.repeat(50),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
    'fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb',
  ],
  [
    4,
    '0102030405060708090a0b0c0d0e0f10111213141516171819',
    'cd'.repeat(50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
    'b0ba465637458c6990e5a8c5f61d4af7e576d97ff94b872de76f8050361ee3dba91ca5c11aa25eb4d679275cc5788063a5f19741120c4f2de2adebeb10a298dd',
  ],
  [
    5,
    '0c'.repeat(20),
    text('Test With Truncation'),
    'a3b6167473100ee06e0c796c2955552b',
    '415fad6271580a531d4179bc891d87a6',
  ],
  [
    6,
    'aa'.repeat(131),
    text('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
    '80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f3526b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598',
  ],
  [
    7,
    'aa'.repeat(131),
    text(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
    'e37b6a775dc87dbaa4dfa9f96e5e3ffddebd71f8867289865df5a32d20cdc944b6022cac3c4982b10d5eeb55c3e4de15134676fb6de0446065c97440fa8c6a58',
  ],
] as const

test.each(cases)('RFC 4231, case %i holds for both algorithms', (_, key, data, sha256, sha512) => {
  const secret = Buffer.from(key, 'hex')
  const parts = [Buffer.from(data, 'hex')]
  expect(hmac('HMAC-SHA256', 'hex', secret, parts).slice(0, sha256.length)).toBe(sha256)
  expect(hmac('HMAC-SHA512', 'hex', secret, parts).slice(0, sha512.length)).toBe(sha512)
})

test('Base64 is padded and holds the same bytes as hex', () => {
  const base64 = hmac('HMAC-SHA256', 'base64', 'Jefe', ['what do ya want for nothing?'])
  expect(base64).toBe('W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=')
})

test('parts are joined with nothing between them', () => {
  const whole = hmac('HMAC-SHA512', 'hex', 'Jefe', ['what do ya want for nothing?'])
  expect(hmac('HMAC-SHA512', 'hex', 'Jefe', ['what do ya ', '', Buffer.from('want for nothing?')])).toBe(whole)
})

function text(value: string): string {
  return Buffer.from(value).toString('hex')
}
