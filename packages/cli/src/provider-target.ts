import { type Target, targetOf } from '@assay/certify'
import type { Contract } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import type { LoadedConfig } from './config/read-config.ts'
import { credentialsOf, environmentBaseUrl, environmentName } from './credentials.ts'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** Where a provider under test answers, and what opens it. */
export interface ProviderTarget {
  readonly target: Target
  readonly credentials: Credentials
}

/**
 * The target of a provider: the base URL given, else that of the environment, else that of the config, else undefined, which is the built-in mock.
 * @throws UsageError where a credential is missing or the target is in production and that was not said; CertifyError where a URL is none.
 */
export function providerTarget(
  contract: Contract,
  { baseUrl, production }: { readonly baseUrl?: string; readonly production?: true },
  world: World,
  loaded?: LoadedConfig,
): ProviderTarget | undefined {
  const url =
    baseUrl ?? environmentBaseUrl(contract.provider, world) ?? loaded?.config.providers?.[contract.provider]?.baseUrl
  if (url === undefined) {
    if (production)
      throw new UsageError(
        `--production needs a base URL: give --base-url or ${environmentName(contract.provider, 'BASE_URL')}.`,
      )
    return undefined
  }
  const target = targetOf(url)
  if (production !== true) refuseProduction(contract, target)
  return { target, credentials: credentialsOf(contract, world) }
}

function refuseProduction({ provider, operations }: Contract, { baseUrl, origin, loopback }: Target): void {
  if (loopback) return
  const named = operations.some(
    ({ server }) =>
      server !== undefined && URL.canParse(server) && new URL(server).hostname === new URL(origin).hostname,
  )
  if (!named) return
  throw new UsageError(
    `${baseUrl} is the server that the documents of ${provider} name for production, where certifying creates real payments: add --production if that is meant.`,
  )
}
