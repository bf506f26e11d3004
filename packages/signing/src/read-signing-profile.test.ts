import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodyProfile, combinedProfile, staticProfile } from './__fixtures__/profiles.ts'
import { readSigningProfile } from './read-signing-profile.ts'
import { SigningProfileError } from './signing-profile-error.ts'

const signature = { algorithm: 'HMAC-SHA256', encoding: 'hex', message: ['body'] }
const timed = { ...signature, message: ['timestamp', 'body'], timestamp: 'seconds' }
const both = [header('{key}'), header('{signature}', 'S')]

test.each([bodyProfile, combinedProfile, staticProfile])('a profile is read as it is written', (profile) => {
  const read = readSigningProfile(JSON.parse(JSON.stringify(profile)))
  expect(read).toEqual(profile)
  for (const part of [read, read.headers, read.headers[0], read.signature, read.signature?.message]) {
    expect(part === undefined || Object.isFrozen(part)).toBe(true)
  }
})

test.each(['Bearer {key}', '"{key}"', '{key}:{signature}', 'Signature keyId="{key}",signature="{signature}",v=1'])(
  'the template %s is read',
  (template) => {
    const profile = { headers: [header(template)], ...(template.includes('{signature}') ? { signature } : {}) }
    expect(readSigningProfile(profile)).toEqual(profile)
  },
)

test.each([
  [null, '', 'an object is needed here'],
  ['{key}', '', 'an object is needed here'],
  [[], '', 'an object is needed here'],
  [{}, '/headers', 'a list of at least one is needed here'],
  [{ headers: [] }, '/headers', 'a list of at least one is needed here'],
  [{ headers: [header('{key}')], 'sign/atur~e': {} }, '/sign~1atur~0e', 'only headers, signature may stand here'],
  [{ headers: ['{key}'] }, '/headers/0', 'an object is needed here'],
  [{ headers: [{ ...header('{key}'), value: '' }] }, '/headers/0/value', 'only name, template may stand here'],
  [
    { headers: [header('{key}', 'X Key')] },
    '/headers/0/name',
    'a header name is a token of RFC 9110, such as X-API-Key',
  ],
  [{ headers: [header('{key}', '')] }, '/headers/0/name', 'a header name is a token of RFC 9110, such as X-API-Key'],
  [{ headers: [header('{key}', 'X:')] }, '/headers/0/name', 'a header name is a token of RFC 9110, such as X-API-Key'],
  [{ headers: [{ template: '{key}' }] }, '/headers/0/name', 'a header name is a token of RFC 9110, such as X-API-Key'],
  [{ headers: [{ name: 'X' }] }, '/headers/0/template', 'a template is a string, such as "Bearer {key}"'],
  [
    { headers: [header('{key}'), header('{nonce}', 'N')] },
    '/headers/1/template',
    'the hole {nonce} is unknown, use {key}, {signature} or {timestamp}',
  ],
  [{ headers: [header('{}')] }, '/headers/0/template', 'the hole {} is unknown, use {key}, {signature} or {timestamp}'],
  [{ headers: [header('{key} {')] }, '/headers/0/template', 'a brace stands alone'],
  [
    { headers: [header('')] },
    '/headers/0/template',
    'a header value is printable ASCII, not empty, without white space around it',
  ],
  [
    { headers: [header('{key}\r\nX: 1')] },
    '/headers/0/template',
    'a header value is printable ASCII, not empty, without white space around it',
  ],
  [
    { headers: [header('{key}{signature}')], signature },
    '/headers/0/template',
    'two holes need a separator between them',
  ],
  [
    { headers: [header('{key}and{signature}')], signature },
    '/headers/0/template',
    '"a" cannot end a value, use punctuation such as ","',
  ],
  [{ headers: [header('{key}'), header('{key}', 'x')] }, '/headers', 'x stands here twice'],
  [{ headers: [header('{key}'), header('{key}', 'Y')] }, '/headers', 'key stands here twice'],
  [{ headers: [header('constant')] }, '/headers', 'no template has the hole {key}'],
  [{ headers: both }, '/headers', 'a template has the hole {signature} and the profile has no signature to fill it'],
  [{ headers: [header('{key}')], signature: true }, '/signature', 'an object is needed here'],
  [
    { headers: [header('{key}')], signature },
    '/headers',
    'no template has the hole {signature} for the signature made',
  ],
  [
    { headers: both, signature: { ...signature, algorithm: 'HMAC-MD5' } },
    '/signature/algorithm',
    'one of HMAC-SHA256, HMAC-SHA512 is needed here',
  ],
  [
    { headers: both, signature: { ...signature, encoding: 'HEX' } },
    '/signature/encoding',
    'one of hex, base64 is needed here',
  ],
  [
    { headers: both, signature: { ...signature, message: [] } },
    '/signature/message',
    'a list of at least one is needed here',
  ],
  [
    { headers: both, signature: { ...signature, message: ['body', 'method'] } },
    '/signature/message/1',
    'one of path-and-query, timestamp, body is needed here',
  ],
  [
    { headers: both, signature: { ...signature, message: ['body', 'body'] } },
    '/signature/message',
    'body stands here twice',
  ],
  [
    { headers: both, signature: { ...signature, message: ['timestamp'] } },
    '/signature/timestamp',
    'the profile uses a timestamp, so its unit is needed: seconds or milliseconds',
  ],
  [
    { headers: [...both, header('{timestamp}', 'T')], signature },
    '/signature/timestamp',
    'the profile uses a timestamp, so its unit is needed: seconds or milliseconds',
  ],
  [
    { headers: both, signature: { ...timed, timestamp: 'ms' } },
    '/signature/timestamp',
    'one of seconds, milliseconds is needed here',
  ],
  [{ headers: both, signature: timed }, '/headers', 'no template has the hole {timestamp} for the timestamp made'],
])('%j is wrong at %j', (value, at, reason) => {
  const error = thrownBy(() => readSigningProfile(value))
  expect(error).toBeInstanceOf(SigningProfileError)
  expect(error).toMatchObject({
    at,
    message: `The signing profile is wrong${at === '' ? '' : ` at ${at}`}: ${reason}.`,
  })
})

test('any value is read or refused by a SigningProfileError', () => {
  const template = fc.stringMatching(/^(\{(key|signature|timestamp|x)?\}?|[,=:" a]){0,8}$/)
  const likely = fc.record({ headers: fc.array(fc.record({ name: fc.string(), template })), signature: fc.anything() })
  const property = fc.property(fc.oneof(fc.anything(), likely), (value) => {
    const error = thrownBy(() => readSigningProfile(value))
    expect(error === undefined || error instanceof SigningProfileError).toBe(true)
  })
  fc.assert(property, { numRuns: 2000 })
})

function header(template: string, name = 'X'): { name: string; template: string } {
  return { name, template }
}

function thrownBy(action: () => unknown): unknown {
  try {
    action()
  } catch (error) {
    return error
  }
  return undefined
}
