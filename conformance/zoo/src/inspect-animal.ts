import { readFileSync } from 'node:fs'
import { type CertifyOptions, certify, type Level, type Plan, planOf, reportOf } from '@assay/certify'
import { type Contract, loadContract } from '@assay/contract'
import { knownProviders, type ProviderId } from './providers/known-providers.ts'
import { serveAnimal } from './serve-animal.ts'

/** What a certification says of a provider of the zoo. */
export interface Inspection {
  readonly verdict: string
  /** Rules that failed, with what was said of each. */
  readonly failed: ReadonlyMap<string, string>
  /** Answers that were other than the right provider's. */
  readonly differing: number
  /** Traits that the provider never asked for: it does not know them. */
  readonly unknown: readonly string[]
}

const plans = new Map<string, Plan>()
const contracts = new Map<ProviderId, Contract>()

function contractOf(id: ProviderId): Contract {
  const contract =
    contracts.get(id) ??
    loadContract(readFileSync(new URL(`../../../specs/${id}/contract.json`, import.meta.url), 'utf8'))
  contracts.set(id, contract)
  return contract
}

/** The plan of a run: made once for all animals of a kind. */
function planFor(id: ProviderId, options: CertifyOptions): Plan {
  const name = `${id} ${options.seed} ${options.level}`
  const plan = plans.get(name) ?? planOf(contractOf(id), options)
  plans.set(name, plan)
  return plan
}

/** Certifies a provider with traits over the network of this machine, as `assay certify --base-url` does. */
export async function inspectAnimal(
  id: ProviderId,
  traits: readonly string[],
  seed = 1,
  level: Level = 'standard',
): Promise<Inspection> {
  const { provider, path } = knownProviders[id]
  const animal = await serveAnimal(provider, path, traits)
  try {
    const { baseUrl, credentials } = animal
    const options = { seed, level, baseUrl, credentials, timeoutSeconds: 2 }
    const { verdict, rules } = await reportOf(certify(contractOf(id), options, planFor(id, options)))
    const failed = rules.filter((rule) => rule.verdict === 'fail')
    const said = failed.map(({ id: rule, findings: [first] }): [string, string] => {
      const answer = first?.response ? `${first.response.status} ${first.response.body}` : 'nothing'
      return [rule, `${first?.case}: ${first?.says} ${first?.request.body} -> ${answer}`.slice(0, 900)]
    })
    return {
      verdict,
      failed: new Map(said),
      differing: animal.differing(),
      unknown: traits.filter((trait) => !animal.asked.has(trait)),
    }
  } finally {
    await animal[Symbol.asyncDispose]()
  }
}
