import type { Json, JsonSchema } from '@assay/contract'
import type { Arbitrary } from 'fast-check'

/** One limit of a schema, hit exactly or missed by one on the inner side. */
export interface Edge {
  /** Instance pointer of the value at its limit. */
  readonly pointer: string
  readonly keyword: string
  /** What the value is, for people: `exactly 255 characters`, `minimum 0`. */
  readonly way: string
  /** Whole instances of the root schema, each with this edge. */
  readonly values: Arbitrary<Json>
}

/** An edge whose values are only made when it is kept; undefined where it cannot be reached. */
export interface PossibleEdge {
  readonly pointer: string
  readonly keyword: string
  readonly way: string
  make(): Arbitrary<Json> | undefined
}

/** The edges of a schema at an instance pointer, as values of that schema. */
export type FindEdges = (schema: JsonSchema, pointer: string) => readonly PossibleEdge[]
