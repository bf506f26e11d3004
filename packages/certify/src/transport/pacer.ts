import { setTimeout as sleep } from 'node:timers/promises'

/** Lets requests go: no more than a budget, no faster than a rate, none while the provider asks to wait. */
export interface Pacer {
  /** Waits for a turn; false where the budget is used up or the run has ended. */
  turn(): Promise<boolean>
  /** Holds every later turn back for so many milliseconds. */
  pause(milliseconds: number): void
  /** Requests let go. */
  used(): number
  /** Requests that may still go. */
  left(): number
  /** Milliseconds that pauses have asked for in all. */
  paused(): number
}

/** What a pacer keeps to: requests in all, requests a second, and the end of the run. */
export interface Pace {
  readonly budget: number
  readonly rate: number
  readonly signal: AbortSignal
}

/** A pacer by the system's time. */
export function pacer({ budget, rate, signal }: Pace): Pacer {
  const gap = Number.isFinite(rate) ? 1000 / rate : 0
  let used = 0
  let paused = 0
  /** When the next turn is free, and until when all are held back. */
  let next = 0
  let held = 0
  return {
    async turn() {
      if (signal.aborted || used >= budget) return false
      used += 1
      const mine = Math.max(next, performance.now())
      next = mine + gap
      for (let wait = mine - performance.now(); wait > 0 || held > performance.now(); wait = 0) {
        await sleep(Math.max(wait, held - performance.now()), undefined, { signal }).catch(() => undefined)
        if (signal.aborted) {
          used -= 1
          return false
        }
      }
      return true
    },
    pause(milliseconds) {
      const until = performance.now() + milliseconds
      // Several answers that ask for the same pause are one pause.
      paused += Math.max(0, until - Math.max(held, performance.now()))
      held = Math.max(held, until)
    },
    used: () => used,
    left: () => budget - used,
    paused: () => Math.round(paused),
  }
}
