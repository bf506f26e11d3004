import type { Contract } from '@assay/contract'
import type { Credentials } from '@assay/signing'
import { UsageError } from './usage-error.ts'
import type { World } from './world.ts'

/** The name of a provider's environment variable: `ASSAY_<PROVIDER>_<PART>`, the id in upper case with `-` as `_`. */
export function environmentName(provider: string, part: 'KEY' | 'SECRET' | 'BASE_URL'): string {
  return `ASSAY_${provider.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_${part}`
}

/**
 * The credentials for a provider, from the environment alone.
 * @throws UsageError naming the variable that is missing.
 */
export function credentialsOf(contract: Contract, world: World): Credentials {
  const key = environmentValue(contract.provider, 'KEY', world)
  const signed = contract.operations.some(({ signing }) => signing?.signature !== undefined)
  const unsigned = contract.operations.every(({ signing }) => signing === undefined)
  if (key === undefined && !unsigned) throw new UsageError(missing(contract.provider, 'KEY'))
  if (!signed) return { key: key ?? '' }
  const secret = environmentValue(contract.provider, 'SECRET', world)
  if (secret === undefined) throw new UsageError(missing(contract.provider, 'SECRET'))
  return { key: key ?? '', secret }
}

/** The base URL that the environment names for a provider. */
export function environmentBaseUrl(provider: string, world: World): string | undefined {
  return environmentValue(provider, 'BASE_URL', world)
}

function environmentValue(provider: string, part: 'KEY' | 'SECRET' | 'BASE_URL', world: World): string | undefined {
  const name = environmentName(provider, part)
  const value = world.environment[name]?.trim()
  if (value === undefined || value === '') return undefined
  // A header carries the key (RFC 9110, section 5.5); the value is not shown.
  if (part !== 'BASE_URL' && !/^[\x20-\x7e]+$/.test(value))
    throw new UsageError(`${name} holds a character outside printable ASCII: check what was pasted.`)
  return value
}

function missing(provider: string, part: 'KEY' | 'SECRET'): string {
  return `${environmentName(provider, part)} is not set: certifying ${provider} at a base URL needs its ${part.toLowerCase()} in the environment.`
}
