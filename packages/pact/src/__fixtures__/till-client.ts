import { type ClientOptions, connect, type OperationDefinition } from '@assay/client'
import { tillContract } from './till-contract.ts'

const [operation] = tillContract.operations
if (operation === undefined) throw new Error('The till has an operation.')

const definition: OperationDefinition = {
  name: 'createPayment',
  method: 'POST',
  path: operation.path,
  ...(operation.server === undefined ? {} : { server: operation.server }),
  ...(operation.signing === undefined ? {} : { signing: operation.signing }),
  contentType: 'application/json',
  answers: true,
  success: ['201'],
  failure: ['403', '422'],
  errors: operation.answers
    .filter(({ status }) => status !== '201')
    .flatMap(({ status, examples }) => examples.map(({ name, value }) => ({ name, status, body: value }))),
}

function passed(body: object): object {
  return body
}

/** A client such as is generated for the till; `change` may spoil what it sends. */
export function createTill(options: ClientOptions, change: (body: object) => object = passed): object {
  const call = connect('till', [definition], options)
  return { createPayment: (body: object) => call(definition, { body: change(body) }) }
}
