/** How sure a statement is: written on a page, read from an example only, or taken for granted because no page tells. */
export type Strength = 'documented' | 'inferred' | 'assumed'

/** Where in the documents a statement stands. */
export interface Evidence {
  /** The id of a page in the provider's `sources.yaml`. */
  readonly page: string
  /** The place: a JSON Pointer into `openapi.yaml` without its leading slash, or the name of the page's part. */
  readonly at: string
}
