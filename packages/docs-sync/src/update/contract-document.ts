import type { Contract, Json, JsonObject, NamedExample } from '@assay/contract'

/** A contract as an OpenAPI document, for comparing two: what a client is generated from. */
export function contractDocument({ operations }: Contract): JsonObject {
  const paths: Record<string, Record<string, Json>> = {}
  for (const { method, path, id, server, parameters, request, answers } of operations) {
    const responses = answers.map(({ status, description, contentType, schema, examples }) => [
      status,
      { description, content: contentOf(contentType ?? 'application/json', schema as Json | undefined, examples) },
    ])
    const item = paths[path] ?? {}
    item[method.toLowerCase()] = {
      operationId: id,
      ...(server === undefined ? {} : { servers: [{ url: server }] }),
      parameters: parameters as unknown as Json,
      ...(request === undefined
        ? {}
        : {
            requestBody: {
              required: request.required,
              content: contentOf(request.contentType, request.schema as Json, request.examples),
            },
          }),
      responses: Object.fromEntries(responses),
    }
    paths[path] = item
  }
  return { openapi: '3.1.0', paths }
}

function contentOf(type: string, schema: Json | undefined, examples: readonly NamedExample[]): JsonObject {
  const named = Object.fromEntries(examples.map(({ name, value }) => [name, { value }]))
  return { [type]: { ...(schema === undefined ? {} : { schema }), examples: named } }
}
