import { knownContracts } from '../src/known-contracts.ts'
import { providerPage } from '../src/provider-page.ts'

/** A page a provider. */
export default {
  paths: (): { params: { provider: string }; content: string }[] =>
    knownContracts().map((contract) => ({
      params: { provider: contract.provider },
      content: providerPage(contract),
    })),
}
