import type { Answer, Contract, JsonSchema, Operation } from '@assay/contract'

/** A contract as an OpenAPI 3.1 document, for tools that read nothing else: paths, schemas and statuses, no rules. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: { readonly [path: string]: { readonly [method: string]: OpenApiOperation } }
}

interface OpenApiOperation {
  readonly operationId: string
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly parameters: readonly unknown[]
  readonly responses: { readonly [status: string]: { readonly description: string; readonly content?: Content } }
}

type Content = { readonly [contentType: string]: { readonly schema: JsonSchema } }

/** The OpenAPI document that says what a contract says, rules aside. */
export function openApiOf(contract: Contract): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {}
  for (const operation of contract.operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: operationOf(operation) }
  }
  return { openapi: '3.1.0', info: { title: contract.title, version: contract.sha256 }, paths }
}

function operationOf({ id, request, answers, parameters, signing }: Operation): OpenApiOperation {
  const authenticating = (signing?.headers ?? []).map(({ name }) => ({
    ...{ name, in: 'header', required: false },
    schema: { type: 'string' },
  }))
  return {
    operationId: id,
    ...(request === undefined
      ? {}
      : {
          requestBody: { required: request.required, content: { [request.contentType]: { schema: request.schema } } },
        }),
    parameters: [...parameters, ...authenticating],
    responses: Object.fromEntries(answers.map((answer) => [answer.status, responseOf(answer)])),
  }
}

function responseOf({ description, contentType, schema }: Answer): OpenApiOperation['responses'][string] {
  if (contentType === undefined) return { description }
  return { description, content: { [contentType]: { schema: schema ?? true } } }
}
