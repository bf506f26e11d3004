import type { JsonSchemaObject } from '@assay/contract'

/**
 * A schema without the keywords that choose in its place: no `oneOf`, `anyOf`, `if`, `dependent…`. `allOf` only holds what a keyword cannot say twice
 * (a second pattern), `not` only what has no limits to say it with. Schemas of members and items may be of any kind.
 */
export type PlainSchema = Omit<
  JsonSchemaObject,
  'oneOf' | 'anyOf' | 'if' | 'then' | 'else' | 'dependentRequired' | 'dependentSchemas'
>
