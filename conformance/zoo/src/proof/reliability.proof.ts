import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { proofs } from '../reliability/proofs.ts'
import { outcomeFile, type ReliabilityOutcome } from './outcome.ts'

const outcomes: ReliabilityOutcome[] = []

test.each(proofs.map((proof) => [proof.row, proof.says, proof] as const))(
  '%s: no %s',
  async (_row, _says, { row, says, rounds, round }) => {
    const complaints: string[] = []
    for (let index = 0; index < rounds; index += 1) {
      const complaint = await round(index)
      if (complaint !== undefined) complaints.push(complaint)
    }
    outcomes.push({ row, says, rounds, wrong: complaints.length })
    expect(complaints).toEqual([])
  },
  3_600_000,
)

afterAll(() => {
  if (outcomes.length < proofs.length) return
  mkdirSync(new URL('.', outcomeFile('reliability')), { recursive: true })
  writeFileSync(outcomeFile('reliability'), JSON.stringify(outcomes))
})
