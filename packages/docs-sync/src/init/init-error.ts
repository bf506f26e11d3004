/** Wrong input of `assay init`: one sentence for the user, and nothing is written. */
export class InitError extends Error {
  override readonly name = 'InitError'
}
