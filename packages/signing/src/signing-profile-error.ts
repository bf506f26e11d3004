/** Thrown when data is not a signing profile. */
export class SigningProfileError extends Error {
  override readonly name = 'SigningProfileError'
  /** JSON Pointer (RFC 6901) from the profile to the member that is wrong; empty for the profile itself. */
  readonly at: string

  constructor(at: string, reason: string) {
    super(`The signing profile is wrong${at === '' ? '' : ` at ${at}`}: ${reason}.`)
    this.at = at
  }
}
