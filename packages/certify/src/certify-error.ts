/** Thrown when a certification is asked for in a way that cannot be carried out: exit code 2. */
export class CertifyError extends Error {
  override readonly name = 'CertifyError'
}
