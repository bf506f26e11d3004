import type { JsonObject } from '@assay/contract'
import type { PageFormat } from './page-format.ts'

/** What a page says, as an OpenAPI document, and where on the page each part of it stands. */
export interface PageReading {
  /** The id of the page, as in sources.yaml. */
  readonly id: string
  readonly format: PageFormat
  /** OpenAPI 3.x: the structure as the page says, contradictions included; its prose stands in `description` members. */
  readonly document: JsonObject
  /** JSON Pointer into `document` → the line of the page, counted from 1. A pointer that is missing stands where its parent stands. */
  readonly provenance: ReadonlyMap<string, PagePlace>
  /** A short hash of every place of the page, by the name it has in sources.yaml. */
  readonly fingerprints: Readonly<Record<string, string>>
  /** SHA-256 of the page's bytes in UTF-8, in hex. */
  readonly sha256: string
  /** What the page lost or leaves open, each in a sentence; nothing is left out in silence. */
  readonly problems: readonly PageProblem[]
}

/** Where on a page something stands. */
export interface PagePlace {
  /** The id of the page. */
  readonly page: string
  /** Counted from 1. */
  readonly line: number
}

/** What a page lost, or what it says unclearly: the reading holds, but a person should look. */
export interface PageProblem {
  /** One sentence. */
  readonly message: string
  /** File or URL of the page. */
  readonly place: string
  /** Counted from 1. */
  readonly line?: number
}
