import type { PactDocument } from './pact-document.ts'
import type { PlannedInteraction } from './planned-interaction.ts'

/** A state of our own that goes before the others of an interaction and tells its place in the plan. */
export const INTERACTION = 'assay: the next interaction'

/** The pact with the planned interactions alone, each told apart by a state that comes first. */
export function markedPact(pact: PactDocument, interactions: readonly PlannedInteraction[]): PactDocument {
  return {
    ...pact,
    interactions: interactions.map(({ document }, index) => ({
      ...document,
      providerStates: [{ name: INTERACTION, params: { index } }, ...(document.providerStates ?? [])],
    })),
  }
}

/** The names of all states that interactions have. */
export function stateNames({ interactions }: PactDocument): readonly string[] {
  return [...new Set(interactions.flatMap(({ providerStates }) => (providerStates ?? []).map(({ name }) => name)))]
}
