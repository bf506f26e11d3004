import { expect, test } from 'vitest'
import { proofs } from './proofs.ts'

/** Every tenth round, so that each kind of round has its turn. */
test.each(proofs.map((proof) => [proof.row, proof.says, proof] as const))(
  '%s: no %s, in a tenth of the rounds',
  async (_row, _says, proof) => {
    const complaints: string[] = []
    const tenth = Math.ceil(proof.rounds / 10)
    for (let round = 0; round < tenth; round += 1) {
      const complaint = await proof.round(Math.floor((round * proof.rounds) / tenth) + (round % 10))
      if (complaint !== undefined) complaints.push(complaint)
    }
    expect(complaints).toEqual([])
  },
  300_000,
)
