import type { SigningProfile } from '@assay/signing'
import type { Json } from './json.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Role } from './role.ts'
import type { Rule } from './rule.ts'

/** One documented endpoint (OpenAPI 3.1, Operation Object). */
export interface Operation {
  /** The `operationId`, or one made of method and path. */
  readonly id: string
  /** Upper-case HTTP method. */
  readonly method: string
  /** Appended to the server's URL. */
  readonly path: string
  /** The server that counts for this operation: its own, else the path's, else the document's. Absent where none is documented. */
  readonly server?: string
  readonly summary?: string
  readonly signing?: SigningProfile
  readonly parameters: readonly Parameter[]
  readonly request?: RequestBody
  readonly answers: readonly Answer[]
  /** What fields mean where JSON Schema has no word for it. */
  readonly roles: readonly Role[]
  readonly rules: readonly Rule[]
}

/** A query, path or header parameter; those that carry the signature are left to the signing profile. */
export interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header' | 'cookie'
  readonly required: boolean
  readonly schema: JsonSchema
}

/** The documented request body. */
export interface RequestBody {
  /** Media type: `application/json`. */
  readonly contentType: string
  readonly required: boolean
  readonly schema: JsonSchema
  readonly examples: readonly NamedExample[]
}

/** A documented answer. */
export interface Answer {
  /** `200`, a range such as `2XX`, or `default`. */
  readonly status: string
  readonly description: string
  readonly contentType?: string
  readonly schema?: JsonSchema
  readonly examples: readonly NamedExample[]
}

/** An example of a body, under the name the documents give it. */
export interface NamedExample {
  readonly name: string
  readonly summary?: string
  readonly value: Json
}
