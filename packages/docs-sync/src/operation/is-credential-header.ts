/** Whether a header proves who sends a request: a key, a token or a signature. */
export function isCredentialHeader(name: string): boolean {
  return /(?:^|[-_])(?:(?:api)?key|token|sign(?:ature)?|auth(?:orization)?|secret|hmac|passphrase)(?:$|[-_])/i.test(
    name,
  )
}
