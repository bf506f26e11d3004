/** Whether a rule holds; where not, what is wrong in a sentence and what fills the holes of the documented error text. */
export type Judgement = Kept | Broken

/** The rule holds, or does not apply. */
export interface Kept {
  readonly holds: true
}

/** The rule is broken. */
export interface Broken {
  readonly holds: false
  /** One sentence with the facts. */
  readonly says: string
  /** What fills the holes of the error text: `{ amount: '5' }` for `<amount>`. */
  readonly holes?: { readonly [hole: string]: string }
}

export const kept: Kept = { holds: true }

/** A broken rule with its sentence, and the values for the holes of the documented error text. */
export function broken(says: string, holes?: { readonly [hole: string]: string }): Broken {
  return holes === undefined ? { holds: false, says } : { holds: false, says, holes }
}
