import { expect, test } from 'vitest'
import * as signing from './index.ts'

test('the public face is this', () => {
  expect(Object.keys(signing).sort()).toMatchInlineSnapshot(`
    [
      "SigningProfileError",
      "headersOf",
      "readCallbackProfile",
      "readSigningProfile",
      "sign",
      "signCallback",
      "signatureOf",
      "verify",
      "verifyCallback",
    ]
  `)
})
