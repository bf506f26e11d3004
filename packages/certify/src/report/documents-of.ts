import { type Contract, isJsonObject, type Operation } from '@assay/contract'
import type { DocumentedOperation, Documents } from './report.ts'

/** What a report tells of a contract. */
export function documentsOf(contract: Contract): Documents {
  return {
    title: contract.title,
    pages: contract.pages.map(({ id, title, url, read }) => ({
      id,
      title,
      ...(url === undefined ? {} : { url }),
      ...(read === undefined ? {} : { read }),
    })),
    operations: contract.operations.map(operationOf),
    // Several actions may mend one defect.
    corrections: [
      ...new Map(
        contract.corrections.map(({ defect, says, strength, evidence }) => [
          says,
          { ...(defect === undefined ? {} : { defect }), says, strength, evidence },
        ]),
      ).values(),
    ],
  }
}

function operationOf({ id, method, path, roles, request, signing, answers }: Operation): DocumentedOperation {
  const schema = request?.schema
  const properties = typeof schema === 'object' && isJsonObject(schema.properties) ? schema.properties : {}
  const signature = signing?.signature
  return {
    id,
    method,
    path,
    roles,
    fields: Object.keys(properties),
    ...(request === undefined ? {} : { contentType: request.contentType }),
    ...(signing === undefined
      ? {}
      : {
          signing: {
            headers: signing.headers.map(({ name }) => name),
            ...(signature === undefined
              ? {}
              : { algorithm: signature.algorithm, encoding: signature.encoding, message: signature.message }),
          },
        }),
    answers: answers.map(({ status, examples }) => ({ status, examples: examples.map(({ name }) => name) })),
  }
}
