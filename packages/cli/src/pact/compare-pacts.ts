import type { Contract } from '@assay/contract'
import { comparePact, type Discrepancy } from '@assay/pact'
import type { World } from '../world.ts'
import type { PactFlags } from './pact-flags.ts'
import { pactsOf } from './pacts-of.ts'

/** Compares pacts with contracts, prints what does not fit with both places, and gives the exit code. */
export async function comparePacts(contracts: readonly Contract[], flags: PactFlags, world: World): Promise<number> {
  let fits = true
  for (const { contract, pact } of pactsOf(contracts, flags, world)) {
    const found = await comparePact(contract, pact)
    if (found.length > 0) fits = false
    const interactions = `${pact.interactions.length} interactions`
    world.print(
      found.length === 0
        ? `${contract.provider}  fits: the contract promises all that the pact's ${interactions} ask for\n`
        : `${contract.provider}  does not fit: ${found.length} places in the pact's ${interactions}\n${found.map(linesOf).join('')}`,
    )
  }
  return fits ? 0 : 1
}

function linesOf({ says, interaction, pact, contract }: Discrepancy): string {
  return `  ${says}\n    interaction  ${interaction}\n    pact         ${pact}\n    contract     ${contract}\n`
}
