import type { Json, JsonObject } from '@assay/contract'

/** A field of a body as a page tells it. */
export interface FieldDraft {
  readonly name: string
  /** Its own keywords; those of its members stand in `children`. */
  readonly schema: JsonObject
  /** Absent where the page does not tell. */
  readonly required?: boolean
  /** Members of an object, or of the items of an array. */
  readonly children: readonly FieldDraft[]
  readonly line: number
}

/** A parameter outside the body, or a header that proves who sends. */
export interface ParameterDraft {
  readonly name: string
  readonly in: 'header' | 'query' | 'path' | 'cookie'
  readonly schema: JsonObject
  readonly description?: string
  readonly required?: boolean
  /** For a header that carries `Bearer …` or `Basic …`. */
  readonly scheme?: string
  readonly line: number
}

/** An example body. */
export interface ExampleDraft {
  readonly value: Json
  /** The headers printed with it. */
  readonly headers?: JsonObject
  readonly description?: string
  readonly line: number
}

/** The body of a request or an answer. */
export interface BodyDraft {
  readonly mediaType: string
  readonly fields: readonly FieldDraft[]
  readonly examples: readonly ExampleDraft[]
  /** Fields whose names the page lost. */
  readonly unnamed?: readonly JsonObject[]
  readonly line: number
}

/** A documented error of a status. */
export interface ErrorDraft {
  readonly code: string
  readonly description?: string
  readonly line: number
}

/** An answer of one status. */
export interface AnswerDraft {
  /** `200`, `2XX` where the page does not tell, `default`. */
  readonly status: string
  readonly description?: string
  readonly body?: BodyDraft
  readonly errors: readonly ErrorDraft[]
  readonly line: number
}

/** One operation as a page tells it. */
export interface OperationDraft {
  /** In lower case. */
  readonly method: string
  readonly path: string
  /** Absent where the page names no host. */
  readonly server?: string
  readonly title?: string
  readonly description?: string
  readonly parameters: readonly ParameterDraft[]
  readonly security: readonly ParameterDraft[]
  readonly request?: BodyDraft
  readonly answers: readonly AnswerDraft[]
  readonly line: number
}
