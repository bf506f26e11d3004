import { findContracts } from '../find-contracts.ts'
import type { World } from '../world.ts'
import { comparePacts } from './compare-pacts.ts'
import type { PactFlags, VerifyFlags } from './pact-flags.ts'
import { publish } from './publish.ts'
import type { PublishFlags } from './publish-flags.ts'
import { verifyPacts } from './verify-pacts.ts'

/** `assay pact verify`: verifies the pacts of the providers named and gives the exit code. */
export async function runVerify(names: readonly string[], flags: VerifyFlags, world: World): Promise<number> {
  return verifyPacts(await findContracts(names, world), flags, world)
}

/** `assay pact compare`: compares the pacts of the providers named with their contracts and gives the exit code. */
export async function runCompare(names: readonly string[], flags: PactFlags, world: World): Promise<number> {
  return comparePacts(await findContracts(names, world), flags, world)
}

/** `assay pact publish`: publishes the pacts of the providers named, or what verifying them comes to, and gives the exit code. */
export async function runPublish(names: readonly string[], flags: PublishFlags, world: World): Promise<number> {
  return publish(await findContracts(names, world), flags, world)
}
