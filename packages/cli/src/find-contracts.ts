import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Contract, loadContract, nearestName, readContract } from '@assay/contract'
import { knownContracts, type Surroundings } from './known-contracts.ts'
import { UsageError } from './usage-error.ts'

/**
 * The contracts a command speaks of. A name is a provider's id, a provider's folder, an OpenAPI file or a `contract.json`; without a name, all that are
 * known: those under `specs/` in a checkout, the installed ones elsewhere.
 * @throws UsageError when a name is none of these, with the nearest known id; ContractError when documents cannot be read.
 */
export async function findContracts(
  names: readonly string[],
  surroundings: Surroundings,
): Promise<readonly Contract[]> {
  const known = knownContracts(surroundings)
  const wanted = names.length === 0 ? [...known.keys()] : [...new Set(names)]
  if (wanted.length === 0) throw new UsageError('No contract is known here: give a provider folder or an OpenAPI file.')
  return Promise.all(wanted.map((name) => findContract(name, known, surroundings)))
}

/** Where contracts were found: not part of a contract, which is the same wherever it lies. */
const places = new WeakMap<Contract, string>()

/** The folder that a contract was found in. */
export function placeOf(contract: Contract): string | undefined {
  return places.get(contract)
}

function placed(contract: Contract, folder: string): Contract {
  places.set(contract, folder)
  return contract
}

/** The contract of one provider, by id or path. */
export async function findContract(
  name: string,
  known: ReadonlyMap<string, string>,
  surroundings: Surroundings,
): Promise<Contract> {
  const file = known.get(name)
  if (file !== undefined) return placed(loadContract(readFileSync(file, 'utf8')), dirname(file))
  const place = resolve(surroundings.folder, name)
  // A bare word is an id: a folder that happens to have its name is given as a path.
  if (existsSync(place) && (/[/\\.]/.test(name) || existsSync(join(place, 'openapi.yaml')))) {
    if (statSync(place).isFile() && basename(place).endsWith('contract.json'))
      return placed(loadContract(readFileSync(place, 'utf8')), dirname(place))
    // Only documents need the kinds: a contract has its rules.
    const { ruleKinds } = await import('@assay/rules')
    return placed(await readContract(place, { kinds: ruleKinds }), statSync(place).isFile() ? dirname(place) : place)
  }
  const near = nearestName(name, [...known.keys()])
  const hint = near === undefined ? `Known: ${[...known.keys()].join(', ') || 'none'}.` : `Did you mean "${near}"?`
  throw new UsageError(`There is no provider, folder or file "${name}". ${hint}`)
}
