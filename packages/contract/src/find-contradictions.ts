import type { Contradiction } from './contract.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Origin } from './origins.ts'
import { exampleOrigin, type PlacedExample } from './read-body.ts'
import type { OperationReading } from './read-operations.ts'
import type { Reading } from './reading.ts'
import { schemaValidator } from './schema-validator.ts'
import { schemasWithin } from './subschemas.ts'

/** An example that its own schema refuses, with the place of the example. */
export interface PlacedContradiction extends Contradiction {
  readonly origin: Origin | undefined
}

/** Every example of bodies, parameters and schemas that the schema it belongs to refuses: one entry for each thing refused. */
export function findContradictions(
  operations: readonly Pick<OperationReading, 'request' | 'answers' | 'parameters'>[],
  reading: Reading,
): PlacedContradiction[] {
  const found = new Map<string, PlacedContradiction>()
  const judge = (schema: JsonSchema, { value, origin }: Pick<PlacedExample, 'value' | 'origin'>): void => {
    for (const { at, keyword, says } of schemaValidator(schema)(value)) {
      const contradiction = {
        example: origin?.pointer ?? '',
        at,
        keyword,
        says: `The example is refused: ${says}`,
        origin,
      }
      found.set([contradiction.example, at, keyword, says].join('\n'), contradiction)
    }
  }
  for (const { request, answers, parameters } of operations) {
    for (const { schema = true, examples } of [...(request === undefined ? [] : [request]), ...answers]) {
      for (const example of examples) judge(schema, example)
    }
    const schemas = [request?.schema, ...answers.map(({ schema }) => schema), ...parameters.map(({ schema }) => schema)]
    for (const schema of schemas.flatMap((one) => (one === undefined ? [] : [...schemasWithin(one)]))) {
      const examples = Array.isArray(schema.examples) ? schema.examples : []
      for (const [index, value] of examples.entries()) {
        judge(schema as JsonSchema, { value, origin: exampleOrigin(schema, index, reading) })
      }
    }
  }
  return [...found.values()]
}
