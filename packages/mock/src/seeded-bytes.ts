import { createHash } from 'node:crypto'

const SIZE = 32
const DRAWS = 128

/** Gives 32 bytes at each call, the same ones in the same order for the same seed. */
export function seededBytes(seed: number): () => Uint8Array {
  let block: Uint8Array = new Uint8Array()
  let drawn = 0
  return () => {
    const index = drawn++ % DRAWS
    // Drawn in blocks: a hash for each id would cost as much as the signature.
    if (index === 0)
      block = createHash('shake256', { outputLength: SIZE * DRAWS })
        .update(`${seed}:${drawn}`)
        .digest()
    return block.subarray(index * SIZE, (index + 1) * SIZE)
  }
}
