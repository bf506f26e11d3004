import type { Shard } from '@assay/certify'
import { UsageError } from './usage-error.ts'

/** Most shards: a certification has few hundred cases. */
const MOST = 64

/** Reads `i/n`, the i-th of n parts. @throws UsageError */
export function readShard(text: string): Shard {
  const [, index, count] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index >= 1 && shard.index <= shard.count && shard.count <= MOST) return shard
  throw new UsageError(`--shard takes i/n, such as 1/4, with i from 1 to n and n at most ${MOST}, not "${text}".`)
}
