import type { Contract } from '@assay/contract'
import { Command } from 'commander'
import { exampleProvider } from '../example.ts'
import { listDefects } from '../list-defects.ts'
import { listProviders } from '../list-providers.ts'
import { listRules } from '../list-rules.ts'
import type { World } from '../world.ts'

/** `assay list`: what contracts there are, a contract's rules, or what is wrong with the documents. */
export function listCommand(world: World): Command {
  return new Command('list')
    .summary('list providers, their rules, the defects of their documents')
    .description(
      'Lists the providers, the rules of one, or with --defects where the documents contradict themselves and how that is read.',
    )
    .argument('[provider]', 'id, provider folder or OpenAPI file')
    .option('--defects', 'the defects of the documents instead')
    .addHelpText('after', () => `\nExample:\n  assay list ${exampleProvider(world)}\n  assay list --defects\n`)
    .action(async (provider: string | undefined, { defects }: { readonly defects?: true }) => {
      const { findContracts } = await import('../find-contracts.ts')
      const contracts = await findContracts(provider === undefined ? [] : [provider], world)
      world.print(listing(contracts, provider !== undefined, defects === true, world.width))
    })
}

function listing(contracts: readonly Contract[], one: boolean, defects: boolean, width: number): string {
  if (defects) return contracts.map((contract) => listDefects(contract, width)).join('\n')
  return one ? contracts.map(listRules).join('\n') : listProviders(contracts)
}
