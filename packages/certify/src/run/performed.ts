import type { Send } from './send.ts'

/** What came of a case: every request it took, the one to be judged last. */
export interface Performed {
  readonly sends: readonly Send[]
  readonly judged: Send
  /** Why nothing can be learned from it. */
  readonly setAside?: string
  /** Equal requests that were accepted, where several were sent at the same moment. */
  readonly accepted?: number
}

const unsent = {
  budget: 'The budget of requests was used up.',
  ended: 'The run was interrupted.',
  busy: 'The provider kept asking to wait.',
  hopeless: 'Too many requests in a row got no answer.',
} as const

/** Why nothing can be learned from a request that got no answer. */
export function aside(send: Send): { readonly setAside?: string } {
  if (send.kind === 'unsent') return { setAside: unsent[send.why] }
  return send.kind === 'failed' ? { setAside: send.says } : {}
}
