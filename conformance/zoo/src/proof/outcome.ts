/** What one certification of an animal came to. */
export interface Outcome {
  /** Of the fault, or `variants`. */
  readonly kind: string
  readonly name: string
  /** Caught, if it is a fault; without a false alarm, if it is a variant. */
  readonly right: boolean
}

/** Seeds of the proof: `ZOO_SEEDS` of the environment, separated by commas, or 1 to 5. */
export const proofSeeds: readonly number[] = (process.env.ZOO_SEEDS ?? '1,2,3,4,5').split(',').map(Number)

/** Seeds of right providers, each of which must pass with all: `ZOO_VARIANT_SEEDS`, or 1 to 20; no more than `ZOO_SEEDS` where that is given. */
export const variantSeeds: readonly number[] =
  process.env.ZOO_VARIANT_SEEDS?.split(',').map(Number) ??
  (process.env.ZOO_SEEDS === undefined ? Array.from({ length: 20 }, (_, index) => index + 1) : proofSeeds)

/** What became of one row of the reliability table. */
export interface ReliabilityOutcome {
  readonly row: string
  readonly says: string
  readonly rounds: number
  readonly wrong: number
}

/** Where the outcomes of a provider are kept until the table is written. */
export function outcomeFile(provider: string): URL {
  return new URL(`../../.test/proof/${provider}.json`, import.meta.url)
}
