import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { faults } from '../catalogue/faults.ts'
import { faultComplaint, isCaught, variantComplaint } from '../catalogue/judge-entry.ts'
import { variants } from '../catalogue/variants.ts'
import { inspectAnimal } from '../inspect-animal.ts'
import type { ProviderId } from '../providers/known-providers.ts'
import { type Outcome, outcomeFile, proofSeeds } from './outcome.ts'

/** Certifies every animal of one provider with every seed, a test each, and keeps what came out for the table. */
export function proveProvider(id: ProviderId): void {
  const outcomes: Outcome[] = []
  for (const [kind, list] of Object.entries(faults))
    for (const fault of list.filter(({ provider }) => provider === id))
      test(`${id} with ${fault.trait} is found out`, async () => {
        const complaints: string[] = []
        for (const seed of proofSeeds) {
          const inspection = await inspectAnimal(id, [fault.trait], seed)
          outcomes.push({ kind, name: fault.trait, seed, right: isCaught(fault, inspection) })
          complaints.push(faultComplaint(fault, inspection) ?? '')
        }
        expect(complaints.filter((complaint) => complaint !== '')).toEqual([])
      })
  for (const { traits } of [{ traits: [] }, ...variants.filter(({ provider }) => provider === id)])
    test(`${id} with ${traits.join(', ') || 'no traits'} conforms`, async () => {
      const complaints: string[] = []
      for (const seed of proofSeeds) {
        const inspection = await inspectAnimal(id, traits, seed)
        const name = traits.join(', ') || 'plain'
        outcomes.push({ kind: 'variants', name, seed, right: inspection.verdict !== 'findings' })
        const complaint = variantComplaint(traits.length === 0 ? { ...inspection, differing: 1 } : inspection)
        complaints.push(complaint ?? '')
      }
      expect(complaints.filter((complaint) => complaint !== '')).toEqual([])
    })
  afterAll(() => {
    mkdirSync(new URL('.', outcomeFile(id)), { recursive: true })
    writeFileSync(outcomeFile(id), JSON.stringify(outcomes))
  })
}
