import type { Answer, Contract, Json, JsonSchema, Operation, Parameter } from '@assay/contract'
import { operationNames, pascalCase } from './naming.ts'
import type { NamedType } from './types/type-declarations.ts'
import type { TypeSchema } from './types/type-schema.ts'
import { typeSchemaOf } from './types/type-schema-of.ts'

/** An operation as its client shows it. */
export interface ClientOperation {
  /** The function's name: `createPaymentRequest`. */
  readonly name: string
  /** The name that its types begin with: `CreatePaymentRequest`. */
  readonly typeName: string
  readonly operation: Operation
  readonly success: readonly Answer[]
  readonly failure: readonly Answer[]
  readonly errors: readonly { readonly name: string; readonly status: string; readonly body: Json }[]
}

/** The operations of a contract as its client shows them. */
export function clientOperations(contract: Contract): readonly ClientOperation[] {
  const names = operationNames(contract.operations)
  return contract.operations.map((operation, index) => {
    const name = names[index] ?? operation.id
    const success = operation.answers.filter((answer) => answer.status.startsWith('2'))
    const failure = operation.answers.filter((answer) => !answer.status.startsWith('2'))
    const errors = failure.flatMap((answer) =>
      answer.examples.map((example) => ({ name: example.name, status: answer.status, body: example.value })),
    )
    return { name, typeName: pascalCase(name), operation, success, failure, errors }
  })
}

/** The types of an operation: what is sent, what comes back, what an error says. */
export function typesOf({ name, typeName, operation, success, failure }: ClientOperation): readonly NamedType[] {
  const { parameters, request } = operation
  const types: NamedType[] = []
  if (parameters.length > 0) {
    types.push({
      name: `${typeName}Parameters`,
      says: `The parameters of \`${name}\`.`,
      schema: parametersSchema(parameters),
    })
  }
  if (request) {
    const schema = typeSchemaOf(request.schema, 'request')
    types.push({ name: `${typeName}Body`, says: `The body of \`${name}\`.`, schema })
  }
  const answer = { name: `${typeName}Answer`, says: `What \`${name}\` gives.` }
  types.push({ ...answer, schema: eitherOf(success) })
  const errorBody = { name: `${typeName}ErrorBody`, says: `The body of a documented error of \`${name}\`.` }
  types.push({ ...errorBody, schema: eitherOf(failure) })
  return types
}

function eitherOf(answers: readonly Answer[]): TypeSchema {
  const schemas = answers.flatMap((answer): JsonSchema[] => (answer.schema === undefined ? [] : [answer.schema]))
  const texts = new Map(schemas.map((schema) => [JSON.stringify(schema), schema]))
  const each = [...texts.values()].map((schema) => typeSchemaOf(schema, 'answer'))
  const [only] = each
  // An answer without a schema may have any body.
  return only === undefined || answers.some((answer) => answer.schema === undefined)
    ? true
    : each.length === 1
      ? only
      : { oneOf: each }
}

function parametersSchema(parameters: readonly Parameter[]): TypeSchema {
  const places = [...new Set(parameters.map((parameter) => parameter.in))].filter((place) => place !== 'cookie')
  const required = (place: string): string[] =>
    parameters.filter((parameter) => parameter.in === place && isRequired(parameter)).map((parameter) => parameter.name)
  const members = places.map((place) => {
    const inPlace = parameters.filter((parameter) => parameter.in === place)
    const properties = Object.fromEntries(inPlace.map(({ name, schema }) => [name, typeSchemaOf(schema, 'request')]))
    return [place, { type: 'object', properties, required: required(place) }]
  })
  const needed = places.filter((place) => required(place).length > 0)
  return { type: 'object', properties: Object.fromEntries(members), required: needed }
}

/** A path parameter is always required (OpenAPI 3.1, Parameter Object). */
function isRequired(parameter: Parameter): boolean {
  return parameter.required || parameter.in === 'path'
}
