import { existsSync, readdirSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { findCheckout, providersOf } from './checkout.ts'

/** Where contracts are looked for. */
export interface Surroundings {
  /** The folder that names are relative to, and from which a checkout is looked for upwards. */
  readonly folder: string
  /** The folder with the contracts that travel with the command. */
  readonly installed: string
}

/** Provider ids to the files of their contracts: the installed ones, and before them those of a checkout. */
export function knownContracts(surroundings: Surroundings): ReadonlyMap<string, string> {
  const checkout = findCheckout(surroundings.folder)
  const here = checkout === undefined ? [] : contractsOf(checkout)
  // The copies beside a command that runs in its own checkout are older than the checkout.
  const away =
    checkout !== undefined && surroundings.installed.startsWith(join(checkout, 'packages') + sep)
      ? []
      : installed(surroundings)
  return new Map([...away, ...here].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function contractsOf(checkout: string): readonly (readonly [string, string])[] {
  return providersOf(checkout)
    .map((id) => [id, join(checkout, 'specs', id, 'contract.json')] as const)
    .filter(([, file]) => existsSync(file))
}

function installed({ installed: folder }: Surroundings): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).map((file) => [basename(file, '.json'), join(folder, file)] as const)
}
