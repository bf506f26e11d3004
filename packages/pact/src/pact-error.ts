/** Thrown where what is asked for cannot be carried out: one sentence with the facts and the way out. */
export class PactError extends Error {
  override readonly name = 'PactError'
}
