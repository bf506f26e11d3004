import type { Timings } from './report.ts'

/** The timings of several runs as those of one; undefined where there are none. */
export function mergedTimings(all: readonly Timings[]): Timings | undefined {
  const [first] = all
  if (first === undefined) return undefined
  const slowest = all.reduce((one, other) => (other.slowestMs > one.slowestMs ? other : one))
  return {
    exchanges: all.reduce((total, { exchanges }) => total + exchanges, 0),
    totalMs: all.reduce((total, { totalMs }) => total + totalMs, 0),
    slowestMs: slowest.slowestMs,
    ...(slowest.slowest === undefined ? {} : { slowest: slowest.slowest }),
    buckets: first.buckets.map((bucket, index) => ({
      ...bucket,
      exchanges: all.reduce((total, { buckets }) => total + (buckets[index]?.exchanges ?? 0), 0),
    })),
  }
}
