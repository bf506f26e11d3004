import type { Json } from '@assay/contract'

/** What a change means for who calls the provider: an old call or its reading fails, more is possible, or only words and examples differ. */
export type ChangeLevel = 'breaking' | 'additive' | 'editorial'

/** Which half of an exchange a change is about; a server or a whole operation is about both. */
export type ChangeDirection = 'request' | 'answer' | 'both'

/** What is changed. */
export type ChangeSubject =
  | 'operation'
  | 'server'
  | 'auth'
  | 'parameter'
  | 'body'
  | 'content-type'
  | 'answer'
  | 'member'
  | 'required'
  | 'type'
  | 'enum'
  | 'limit'
  | 'format'
  | 'default'
  | 'alternatives'
  | 'deprecated'
  | 'example'
  | 'error'
  | 'prose'

/** What became of it. */
export type ChangeAction = 'added' | 'removed' | 'changed' | 'renamed'

/** One difference between what a page said when it was read last and what it says now. */
export interface Change {
  readonly subject: ChangeSubject
  readonly action: ChangeAction
  readonly level: ChangeLevel
  readonly direction: ChangeDirection
  /** Method and path as the page has them now, or had them where the operation is gone: `POST /requests`. Absent: the page as a whole. */
  readonly operation?: string
  /** The place by the name it has in sources.yaml: `request/amount`, `error/422/AmountMinimum`. */
  readonly place: string
  /** JSON Pointer into the body; of a renamed member its old one. */
  readonly at?: string
  /** Of an answer: its status as documented. */
  readonly status?: string
  /** JSON Pointers into the two documents. */
  readonly pointer: { readonly before?: string; readonly after?: string }
  readonly before?: Json
  readonly after?: Json
  /** One sentence. */
  readonly says: string
  /** The id of the page. */
  readonly page: string
  /** Line of the page as it is now, counted from 1: of what is gone, the line of what held it. */
  readonly line?: number
}

/** Whether nothing but wording differs: such a page is the same for every program. */
export function isWording(change: Change): boolean {
  return change.subject === 'prose'
}
