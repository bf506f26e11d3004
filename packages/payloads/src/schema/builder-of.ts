import type { Json, JsonSchema } from '@assay/contract'
import fc, { type Arbitrary } from 'fast-check'
import { alternativeConstraints } from './alternative-constraints.ts'
import type { Builder } from './builder.ts'
import { anything } from './constraints.ts'
import { constraintsArbitrary } from './constraints-arbitrary.ts'
import type { SchemaOptions } from './schema-options.ts'
import { UnsatisfiableSchemaError } from './unsatisfiable-schema-error.ts'

/** What was made, by the options that it depends on. */
const madeWith = new Map<string, WeakMap<object, Arbitrary<Json>>>()

/** A builder that remembers what any builder of the same options made, so that branches and schemas share the arbitraries of the members they have in common. */
export function builderOf(options: SchemaOptions): Builder {
  // Which members are absent or always there stands in the schema by now.
  const key = `${options.strings} ${options.additionalMembers}`
  const known = madeWith.get(key) ?? new WeakMap<object, Arbitrary<Json>>()
  madeWith.set(key, known)
  const builder: Builder = {
    options,
    arbitraryOf(schema: JsonSchema, pointer: string): Arbitrary<Json> {
      const key = typeof schema === 'object' ? schema : undefined
      const made = (key && known.get(key)) ?? build(schema, pointer, builder)
      if (key !== undefined) known.set(key, made)
      return made
    },
  }
  return builder
}

function build(schema: JsonSchema, pointer: string, builder: Builder): Arbitrary<Json> {
  const alternatives = schema === true ? [anything] : alternativeConstraints(schema)
  const [first, ...others] = alternatives.map((constraints) => constraintsArbitrary(constraints, pointer, builder))
  if (first === undefined) throw new UnsatisfiableSchemaError(pointer)
  return others.length === 0 ? first : fc.oneof(first, ...others)
}
