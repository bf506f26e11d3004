import type { Operation } from '@assay/contract'
import type { ReceivedAnswer } from '@assay/rules'
import { rulesAnsweredBy } from './documented-errors.ts'

/** What an answer says about whether anything can be certified there: never about its shape. */
export type Standing =
  /** Nothing is wrong with credentials or address. */
  | { readonly kind: 'admitted' }
  /** The credentials were refused: by the documented error of a rule about `key` or `signature`, else as a whole. */
  | { readonly kind: 'refused'; readonly of: 'key' | 'signature' | 'credentials'; readonly rule?: string }
  /** The account may not do this. */
  | { readonly kind: 'account'; readonly rule: string }
  /** Another place is named. */
  | { readonly kind: 'elsewhere' }
  /** Method or path are not known there. */
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unavailable' }
  /** A proxy wants credentials of its own. */
  | { readonly kind: 'proxy' }

/** What the answer to a request for an operation says. */
export function standingOf(operation: Operation, answer: ReceivedAnswer): Standing {
  const { status } = answer
  const named = rulesAnsweredBy(operation, answer)
  const [rule] = named
  if (rule !== undefined && named.every(({ kind }) => kind === 'key' || kind === 'signature')) {
    const of = named.every(({ kind }) => kind === 'key')
      ? 'key'
      : named.every(({ kind }) => kind === 'signature')
        ? 'signature'
        : 'credentials'
    return { kind: 'refused', of, rule: rule.id }
  }
  if (rule !== undefined && named.every(({ kind }) => kind === 'account-state'))
    return { kind: 'account', rule: rule.id }
  if (status === 407) return { kind: 'proxy' }
  if (status === 401 || (status === 403 && rule === undefined)) return { kind: 'refused', of: 'credentials' }
  if (status >= 300 && status < 400) return { kind: 'elsewhere' }
  const documented = operation.answers.some((known) => known.status === String(status))
  if ([404, 405, 501].includes(status) && rule === undefined && (!documented || answer.body === undefined))
    return { kind: 'unknown-path' }
  return [502, 503, 504].includes(status) ? { kind: 'unavailable' } : { kind: 'admitted' }
}

/** Why a standing shows that nothing can be certified, in one sentence; undefined where it does not. */
export function standingSays(standing: Standing, { method, path }: Operation, status: number): string | undefined {
  switch (standing.kind) {
    case 'admitted':
      return undefined
    case 'refused':
      return standing.rule === undefined
        ? `The credentials were refused: ${status}.`
        : `The credentials were refused: ${status}, as documented for ${standing.rule}.`
    case 'account':
      return `The account cannot create payments: ${status}, as documented for ${standing.rule}.`
    case 'elsewhere':
      return `The target sends elsewhere (${status}) and no redirect is followed: give the base URL that answers itself.`
    case 'unknown-path':
      return `The target does not know ${method} ${path} (${status}): the base URL may be wrong.`
    case 'unavailable':
      return `The target is not available (${status}).`
    case 'proxy':
      return `A proxy on the way wants credentials of its own (${status}).`
  }
}
