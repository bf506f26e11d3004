import { expect, test } from 'vitest'
import { keyedCallback, timedCallback } from './__fixtures__/callback-profiles.ts'
import { readCallbackProfile } from './read-callback-profile.ts'
import { SigningProfileError } from './signing-profile-error.ts'

test.each([keyedCallback, timedCallback])('a profile is read as it is written', (profile) => {
  const read = readCallbackProfile(JSON.parse(JSON.stringify(profile)))
  expect(read).toEqual(profile)
  expect([read, read.headers, read.signature, read.signature.message].every(Object.isFrozen)).toBe(true)
})

const { headers, signature } = timedCallback

test.each([
  [[], '', 'an object is needed here'],
  [{ headers }, '/signature', 'an object is needed here'],
  [
    { headers, signature: { ...signature, algorithm: 'MD5' } },
    '/signature/algorithm',
    'one of HMAC-SHA256, HMAC-SHA512, RSA-SHA512 is needed here',
  ],
  [
    { headers, signature: { ...signature, message: ['timestamp'] } },
    '/signature/message',
    'a signature that leaves the body out proves nothing of it',
  ],
  [
    { headers, signature: { ...signature, message: ['body'] } },
    '/signature/message',
    'a timestamp stands both in the message and in a template, or in neither',
  ],
  [
    { headers, signature: { ...signature, message: ['path'] } },
    '/signature/message/0',
    'one of timestamp, body is needed here',
  ],
  [{ headers, signature: { ...signature, separator: '' } }, '/signature/separator', 'a text is needed here'],
  [{ headers: headers.slice(1), signature }, '/headers', 'no template has the hole {signature}'],
])('what is no profile is refused at its place, %#', (value, at, reason) => {
  const place = at === '' ? '' : ` at ${at}`
  const error = new SigningProfileError(at, reason)
  expect(() => readCallbackProfile(value)).toThrow(error)
  expect(error.message).toBe(`The signing profile is wrong${place}: ${reason}.`)
})
