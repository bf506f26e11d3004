/** A line of a page's text. */
export interface Line {
  readonly text: string
  /** Counted from 1. */
  readonly line: number
}

/** One row of a table. */
export interface Row {
  readonly cells: readonly string[]
  /** Counted from 1. */
  readonly line: number
}

/** What a page is made of, whether it was written in Markdown or in HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string; readonly line: number }
  | { readonly kind: 'text'; readonly lines: readonly Line[]; readonly line: number }
  | { readonly kind: 'list'; readonly lines: readonly Line[]; readonly line: number }
  | { readonly kind: 'code'; readonly language: string; readonly lines: readonly Line[]; readonly line: number }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly Row[]; readonly line: number }
