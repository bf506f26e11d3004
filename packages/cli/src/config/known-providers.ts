import { type Contract, nearestName } from '@assay/contract'
import { knownContracts, type Surroundings } from '../known-contracts.ts'
import { UsageError } from '../usage-error.ts'
import { placeText } from './config-source.ts'
import type { LoadedConfig } from './read-config.ts'

/**
 * Refuses a config that speaks of a provider which is neither known here nor among those a command was given.
 * @throws UsageError with the nearest id.
 */
export function refuseUnknownProviders(
  loaded: LoadedConfig | undefined,
  contracts: readonly Contract[],
  surroundings: Surroundings,
): void {
  if (loaded === undefined) return
  const known = [...new Set([...knownContracts(surroundings).keys(), ...contracts.map(({ provider }) => provider)])]
  const unknown = Object.keys(loaded.config.providers ?? {}).find((id) => !known.includes(id))
  if (unknown === undefined) return
  const near = nearestName(unknown, known)
  const place = placeText(loaded.source, loaded.source.place(['providers'], unknown))
  throw new UsageError(
    `${place}: There is no provider "${unknown}". ${near === undefined ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean "${near}"?`}`,
  )
}
