/** What is asked of a measurement: how long and how often, and which. */
export interface Effort {
  /** Rounds in which reference and ours take turns. */
  readonly rounds: number
  /** Seconds of load a turn. */
  readonly seconds: number
  /** Payloads a turn. */
  readonly payloads: number
  /** Breaking payloads judged. */
  readonly breaking: number
  /** Seeds whose shrunk findings are compared. */
  readonly seeds: number
  /** Hostile requests. */
  readonly hostile: number
  /** Requests whose memory is watched. */
  readonly requests: number
  /** Certified cases whose memory is watched. */
  readonly cases: number
}

/** Whether the better target is reached, the other, or none. */
export type Verdict = 'stretch' | 'pass' | 'miss'

/** One line of the table. */
export interface Row {
  /** Of the target: `P1`; absent where no target is set and the line is there to compare with. */
  readonly id?: string
  readonly what: string
  /** What came out, with its unit. */
  readonly value: string
  /** The target and the better one. */
  readonly must?: string
  readonly stretch?: string
  readonly verdict?: Verdict
}

/** A measurement, made when its turn comes. */
export interface Measure {
  /** The targets it measures. */
  readonly ids: readonly string[]
  readonly run: (effort: Effort) => Promise<readonly Row[]>
}

/** The verdict on a number of which less is better. */
export function atMost(value: number, must: number, stretch: number = must): Verdict {
  return value <= stretch ? 'stretch' : value <= must ? 'pass' : 'miss'
}

/** The verdict on a number of which more is better. */
export function atLeast(value: number, must: number, stretch: number = must): Verdict {
  return value >= stretch ? 'stretch' : value >= must ? 'pass' : 'miss'
}
