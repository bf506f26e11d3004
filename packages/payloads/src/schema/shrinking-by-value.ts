import type { Json, JsonSchema } from '@assay/contract'
import fc, { type Random, type Stream } from 'fast-check'
import { acceptorOf } from './acceptor-of.ts'
import type { Builder } from './builder.ts'
import { isSimpler, simplicityOf } from './simplicity.ts'
import { smallerValues } from './smaller-values.ts'

/**
 * The same values, shrunk by what they are and not by how they came about: every seed ends at the same smallest failure, whichever branch it was found
 * in. What a value is shrunk to satisfies the schema and is strictly simpler.
 */
export function shrinkingByValue(values: fc.Arbitrary<Json>, schema: JsonSchema, builder: Builder): fc.Arbitrary<Json> {
  return new ShrinkingByValue(values, schema, builder)
}

class ShrinkingByValue extends fc.Arbitrary<Json> {
  readonly #values: fc.Arbitrary<Json>
  readonly #schema: JsonSchema
  readonly #builder: Builder

  constructor(values: fc.Arbitrary<Json>, schema: JsonSchema, builder: Builder) {
    super()
    this.#values = values
    this.#schema = schema
    this.#builder = builder
  }

  override generate(random: Random, bias: number | undefined): fc.Value<Json> {
    return new fc.Value(this.#values.generate(random, bias).value, undefined)
  }

  override canShrinkWithoutContext(value: unknown): value is Json {
    return acceptorOf(this.#schema)(value as Json)
  }

  override shrink(value: Json): Stream<fc.Value<Json>> {
    return fc.stream(this.#simpler(value))
  }

  *#simpler(value: Json): IterableIterator<fc.Value<Json>> {
    const accepts = acceptorOf(this.#schema)
    const simplicity = simplicityOf(this.#schema, value)
    const seen = new Set<string>()
    for (const candidate of smallerValues(this.#schema, value, this.#builder)) {
      const text = JSON.stringify(candidate)
      if (seen.has(text)) continue
      seen.add(text)
      if (accepts(candidate) && isSimpler(simplicityOf(this.#schema, candidate), simplicity)) {
        yield new fc.Value(candidate, undefined)
      }
    }
  }
}
