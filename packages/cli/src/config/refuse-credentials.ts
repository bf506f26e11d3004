import { environmentName } from '../credentials.ts'
import { UsageError } from '../usage-error.ts'
import type { World } from '../world.ts'
import { type ConfigSource, placeText } from './config-source.ts'

/** No setting has such a name. */
const credential =
  /secret|passw|passphrase|token|credential|authori[sz]ation|signature|bearer|hmac|(^|[-_ ]|api|access|private|public|signing)keys?$/i

/**
 * Refuses a config with a credential in it: by the name of a setting, or because a text in it is one of the environment's own credentials.
 * @throws UsageError that names the place and the variable, and shows no value.
 */
export function refuseCredentials(source: ConfigSource, world: Pick<World, 'environment'>): void {
  const values = Object.entries(world.environment)
    .filter(([name]) => /^ASSAY_.+_(KEY|SECRET)$/.test(name))
    .flatMap(([name, value]) =>
      value !== undefined && value.trim().length >= 6 ? [{ name, value: value.trim() }] : [],
    )
  look(source.value, [], (path, name, value) => {
    const named = !name.startsWith('/') && credential.test(name)
    const known = typeof value === 'string' ? values.find((one) => value.includes(one.value)) : undefined
    if (!named && known === undefined) return
    const place = placeText(source, source.place(path, name))
    const variable = known?.name ?? variableFor([...path, name])
    throw new UsageError(
      `${place}: "${name}" is a credential, and those come from the environment alone: set ${variable} and take it out of the file.`,
    )
  })
}

function variableFor(path: readonly PropertyKey[]): string {
  const part = /secret|pass|private|sign|hmac/i.test(String(path.at(-1))) ? 'SECRET' : 'KEY'
  return path[0] === 'providers' && path.length > 2
    ? environmentName(String(path[1]), part)
    : `ASSAY_<PROVIDER>_${part}`
}

function look(
  value: unknown,
  path: readonly PropertyKey[],
  see: (path: readonly PropertyKey[], name: string, value: unknown) => void,
): void {
  if (value === null || typeof value !== 'object' || path.length > 20) return
  for (const [name, member] of Object.entries(value)) {
    // The ids of providers, and places in a list, are no names of settings.
    if (Array.isArray(value))
      see(path.slice(0, -1), String(path.at(-1)), typeof member === 'string' ? member : undefined)
    else if (path[0] !== 'providers' || path.length !== 1) see(path, name, member)
    look(member, [...path, Array.isArray(value) ? Number(name) : name], see)
  }
}
