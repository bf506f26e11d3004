import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { faults } from '../catalogue/faults.ts'
import { faultComplaint, isCaught, variantComplaint } from '../catalogue/judge-entry.ts'
import { variants } from '../catalogue/variants.ts'
import { type Inspection, inspectAnimal } from '../inspect-animal.ts'
import type { ProviderId } from '../providers/known-providers.ts'
import { type Outcome, outcomeFile, proofSeeds, variantSeeds } from './outcome.ts'

/** Seconds that a right provider may take for an answer on a busy machine. */
const PATIENCE = 20

/** Certifies every animal of one provider with every seed, a test each, and keeps what came out for the table. */
export function proveProvider(id: ProviderId): void {
  const outcomes: Outcome[] = []
  const inspected = async (traits: readonly string[], isRight = false): Promise<readonly Inspection[]> => {
    const inspections: Inspection[] = []
    for (const seed of isRight ? variantSeeds : proofSeeds)
      inspections.push(await inspectAnimal(id, traits, seed, 'standard', isRight ? PATIENCE : undefined))
    return inspections
  }
  for (const [kind, list] of Object.entries(faults))
    for (const fault of list.filter(({ provider }) => provider === id))
      test(`${id} with ${fault.trait} is found out`, async () => {
        const inspections = await inspected([fault.trait])
        for (const one of inspections) outcomes.push({ kind, name: fault.trait, right: isCaught(fault, one) })
        expect(faultComplaint(fault, inspections)).toBeUndefined()
      })
  test(`${id} conforms`, async () => {
    for (const { verdict, failed } of await inspected([], true)) {
      outcomes.push({ kind: 'variants', name: 'plain', right: verdict !== 'findings' })
      expect([...failed]).toEqual([])
    }
  })
  for (const { traits } of variants.filter(({ provider }) => provider === id))
    test(`${id} with ${traits.join(', ')} conforms`, async () => {
      const inspections = await inspected(traits, true)
      for (const { verdict } of inspections)
        outcomes.push({ kind: 'variants', name: traits.join(', '), right: verdict !== 'findings' })
      expect(variantComplaint(inspections)).toBeUndefined()
    })
  const wrong = Object.values(faults)
    .flat()
    .filter(({ provider }) => provider === id)
  const right = variants.filter(({ provider }) => provider === id)
  afterAll(() => {
    // A run of some entries alone says nothing about the whole.
    if (outcomes.length < wrong.length * proofSeeds.length + (right.length + 1) * variantSeeds.length) return
    mkdirSync(new URL('.', outcomeFile(id)), { recursive: true })
    writeFileSync(outcomeFile(id), JSON.stringify(outcomes))
  })
}
