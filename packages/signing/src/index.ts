export type { CallbackCredentials } from './callback-credentials.ts'
export type { CallbackPart, CallbackProfile, CallbackScheme } from './callback-profile.ts'
export type { Credentials } from './credentials.ts'
export type { Hole, HoleValues } from './header-template.ts'
export { headersOf } from './headers-of.ts'
export { readCallbackProfile } from './read-callback-profile.ts'
export { readSigningProfile } from './read-signing-profile.ts'
export { type SignInput, sign } from './sign.ts'
export { type CallbackSigner, type SignCallbackInput, signCallback } from './sign-callback.ts'
export { type SignatureInput, signatureOf } from './signature-of.ts'
export type { SignatureScheme, SigningHeader, SigningPart, SigningProfile } from './signing-profile.ts'
export { SigningProfileError } from './signing-profile-error.ts'
export { type SigningFault, type Verification, type VerifyInput, type VerifyOptions, verify } from './verify.ts'
export {
  type CallbackFault,
  type CallbackVerification,
  type VerifyCallbackInput,
  verifyCallback,
} from './verify-callback.ts'
