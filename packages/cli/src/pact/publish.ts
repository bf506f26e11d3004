import type { Contract } from '@assay/contract'
import { type AppVersion, appVersion, type Broker, BrokerError, brokerOf } from '@assay/pact'
import type { World } from '../world.ts'
import { publishFiles } from './publish-files.ts'
import type { PublishFlags } from './publish-flags.ts'
import { publishResults } from './publish-results.ts'

/** Where something is published, and as which version. */
export interface Publication {
  readonly broker: Broker
  readonly version: AppVersion
}

/** Publishes pacts, or results, to the broker that the environment names, and gives the exit code. */
export async function publish(contracts: readonly Contract[], flags: PublishFlags, world: World): Promise<number> {
  const given = {
    ...(flags.appVersion === undefined ? {} : { number: flags.appVersion }),
    ...(flags.branch === undefined ? {} : { branch: flags.branch }),
  }
  const publication = { broker: brokerOf(world.environment), version: appVersion(given, world.folder) }
  try {
    return flags.results
      ? await publishResults(contracts, publication, world)
      : await publishFiles(contracts, flags, publication, world)
  } catch (error) {
    if (!(error instanceof BrokerError)) throw error
    world.note(`${error.message}\n`)
    return 3
  }
}
