import type { Contract, Operation } from '@assay/contract'
import { PactError } from '../pact-error.ts'

/**
 * The function of a typed client for an operation: its functions stand in the order of the contract's operations.
 * @throws PactError where the client has none
 */
export function clientFunction(client: object, contract: Contract, operation: Operation): (body: unknown) => unknown {
  const call: unknown = Object.values(client)[contract.operations.indexOf(operation)]
  if (typeof call === 'function') return (body) => call(body)
  throw new PactError(`The client of ${contract.provider} has no function for ${operation.id}: generate it again.`)
}
