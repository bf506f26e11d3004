import type { PageFormat } from './page-format.ts'

/** The text of a page and what is known of it. */
export interface PageSource {
  /** The id the page has, or shall have, in sources.yaml. */
  readonly id: string
  readonly text: string
  /** File or URL, for messages. */
  readonly place: string
  /** Absent: recognised from the text. */
  readonly format?: PageFormat
  /**
   * The names of the request fields in the order of the page, for a page that lost them: `names` of the page in sources.yaml. Without them
   * they are looked for in the page's examples.
   */
  readonly names?: readonly string[]
}
