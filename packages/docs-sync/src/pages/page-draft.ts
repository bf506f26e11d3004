import type { JsonObject } from '@assay/contract'
import type { PageProblem } from './page-reading.ts'

/** What a reader of one format found, before it is fingerprinted. */
export interface PageDraft {
  readonly document: JsonObject
  /** The line of the page at which the value of a JSON Pointer stands; of its nearest parent, where it stands nowhere itself. */
  readonly lines: ReadonlyMap<string, number>
  /** The text around what became the document. */
  readonly rest: string
  /** Prose that belongs to no part of the document, by the name of its place. */
  readonly notes?: ReadonlyMap<string, string>
  readonly problems: readonly PageProblem[]
}
