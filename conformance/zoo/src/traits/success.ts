import type { Answer, Call } from '../provider.ts'

/** Members of an answer that may be changed. */
export type Members = { [member: string]: unknown }

/** A success, with the object that carries the payment. */
export interface Success {
  readonly answer: Answer
  readonly data: Members
  readonly call: Call
}

/** What can be odd about a success, by trait. */
export type SuccessTraits = { readonly [trait: string]: (success: Success) => void }

/** Rewrites the members that are there. */
export function each(data: Members, names: readonly string[], rewrite: (value: unknown) => unknown): void {
  for (const name of names) if (data[name] !== undefined && data[name] !== null) data[name] = rewrite(data[name])
}

/** Leaves members out. */
export function remove(data: Members, names: readonly string[]): void {
  for (const name of names) delete data[name]
}

/** Rewrites texts, and leaves anything else as it is. */
export function text(rewrite: (value: string) => string): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' ? rewrite(value) : value)
}
