import type { JsonSchema } from '@assay/contract'
import { alternativeConstraints } from './alternative-constraints.ts'
import { checkSupported } from './check-supported.ts'
import type { PlainSchema } from './plain-schema.ts'
import { plainSchemaOf } from './plain-schema-of.ts'

/**
 * The alternatives of a schema: its `oneOf` (exactly one), `anyOf`, `allOf`, `if`, `not` and `dependent…` merged into plain schemas. A value satisfies
 * the schema exactly when it satisfies one of them. Alternatives that nothing satisfies are dropped; an empty list means that nothing
 * satisfies the schema. Nested schemas keep their own keywords: ask for their alternatives in turn.
 * @throws UnsupportedSchemaError for an unknown keyword, or when there are more alternatives than can be told apart.
 */
export function alternativesOf(schema: JsonSchema): readonly PlainSchema[] {
  checkSupported(schema)
  return alternativeConstraints(schema).map(plainSchemaOf)
}
