import { type CertifyOptions, proxyFor, type Target } from '@assay/certify'
import type { CertifyFlags } from './certify-flags.ts'
import type { LoadedConfig } from './config/read-config.ts'
import type { World } from './world.ts'

/**
 * The proxy that leads to a target: the flag's, else the environment's (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), which never stands before this very
 * machine, else the config's.
 * @throws CertifyError where the environment's is no URL.
 */
export function proxyOf(
  target: Target,
  flags: Pick<CertifyFlags, 'proxy'>,
  loaded: LoadedConfig | undefined,
  world: Pick<World, 'environment'>,
): Pick<CertifyOptions, 'proxy'> {
  const said = flags.proxy ?? proxyFor(target, world.environment) ?? loaded?.config.proxy ?? false
  return said === false ? {} : { proxy: said }
}
