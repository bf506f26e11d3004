import { type CertifyOptions, certify, type Level, type Plan, planOf, reportOf } from '@assay/certify'
import { knownProviders, type ProviderId } from './providers/known-providers.ts'
import { serveAnimal } from './serve-animal.ts'
import { zooContract } from './zoo-contract.ts'

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

/** The plan of a run: made once for all animals of a kind. */
function planFor(id: ProviderId, options: CertifyOptions): Plan {
  const name = `${id} ${options.seed} ${options.level}`
  const plan = plans.get(name) ?? planOf(zooContract(id), options)
  plans.set(name, plan)
  return plan
}

/**
 * Certifies a provider with traits over the network of this machine, as `assay certify --base-url` does.
 * @param timeoutSeconds more for providers that answer everything, because a busy machine is no fault of theirs
 */
export async function inspectAnimal(
  id: ProviderId,
  traits: readonly string[],
  seed = 1,
  level: Level = 'standard',
  timeoutSeconds = 2,
): Promise<Inspection> {
  const { provider, path } = knownProviders[id]
  const animal = await serveAnimal(provider, path, traits)
  try {
    const { baseUrl, credentials } = animal
    const options = { seed, level, baseUrl, credentials, timeoutSeconds }
    const { verdict, rules } = await reportOf(certify(zooContract(id), options, planFor(id, options)))
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
