import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Contract, loadContract, type Operation } from '@assay/contract'
import { createMock, type Mock } from '@assay/mock'
import type { Setting } from '@assay/payloads'
import { accountOf, ruleKinds } from '@assay/rules'

/** The root of the checkout. */
export const root: string = join(import.meta.dirname, '../..')

/** The built command. */
export const assay: string = join(root, 'packages/cli/bin/assay.js')

/** The providers of which a hand-written reference exists. */
export const measured: readonly string[] = ['alphapo', 'finrax']

/** The contract of a provider of this checkout. */
export function contractOf(provider: string): Contract {
  return loadContract(readFileSync(join(root, 'specs', provider, 'contract.json'), 'utf8'), `${provider}/contract.json`)
}

/** A provider's only operation, its mock, and for whom payloads are made. */
export function benchOf(provider: string): {
  readonly contract: Contract
  readonly operation: Operation
  readonly mock: Mock
  readonly setting: Setting
} {
  const contract = contractOf(provider)
  const [operation] = contract.operations
  if (operation === undefined) throw new Error(`The contract of ${provider} has no operation.`)
  const mock = createMock(contract)
  const account = accountOf(contract, { credentials: mock.credentials, now: Date.now })
  return { contract, operation, mock, setting: { account, accountKnown: true } }
}

export { ruleKinds }
