import type { Timings } from './report.ts'

/** Upper limits of the buckets that durations are counted in, in milliseconds: so the picture of a run takes the same room, however long it was. */
const LIMITS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]

/** How long the exchanges of a run took, counted as they end. */
export interface Times {
  exchanges: number
  totalMs: number
  slowestMs: number
  slowest?: string
  readonly buckets: number[]
}

/** No exchange yet. */
export function noTimes(): Times {
  return { exchanges: 0, totalMs: 0, slowestMs: 0, buckets: Array.from({ length: LIMITS.length + 1 }, () => 0) }
}

/** Counts an exchange of a case. */
export function countTime(times: Times, one: string, durationMs: number): void {
  times.exchanges += 1
  times.totalMs += durationMs
  const limit = LIMITS.findIndex((most) => durationMs <= most)
  const bucket = limit < 0 ? LIMITS.length : limit
  times.buckets[bucket] = (times.buckets[bucket] ?? 0) + 1
  if (times.slowest !== undefined && durationMs <= times.slowestMs) return
  times.slowest = one
  times.slowestMs = durationMs
}

/** The times as a report tells them. */
export function timingsOf({ exchanges, totalMs, slowestMs, slowest, buckets }: Times): Timings {
  return {
    exchanges,
    totalMs,
    slowestMs,
    ...(slowest === undefined ? {} : { slowest }),
    buckets: buckets.map((count, index) => {
      const uptoMs = LIMITS[index]
      return { ...(uptoMs === undefined ? {} : { uptoMs }), exchanges: count }
    }),
  }
}
