import { parseArgs } from 'node:util'
import type { Effort } from './measure.ts'

/** What was asked for on the command line. */
export interface Flags {
  readonly effort: Effort
  /** Only these targets; absent: all. */
  readonly only?: readonly string[]
  /** Whether the table is written to RESULTS.md. */
  readonly write: boolean
}

const full: Effort = {
  rounds: 5,
  seconds: 2,
  payloads: 10_000,
  breaking: 10_000,
  seeds: 100,
  hostile: 100_000,
  requests: 1_000_000,
  cases: 100_000,
}
const quick: Effort = {
  rounds: 5,
  seconds: 0.5,
  payloads: 2000,
  breaking: 2000,
  seeds: 5,
  hostile: 5000,
  requests: 20_000,
  cases: 5000,
}

/** Reads the flags: `--quick`, `--write`, `--only P6 --only R17`, `--requests N`. Throws where one is unknown. */
export function readFlags(parameters: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...parameters],
    options: {
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      requests: { type: 'string' },
    },
  })
  const effort = values.quick ? quick : full
  const requests = values.requests === undefined ? effort.requests : Number(values.requests)
  if (!Number.isSafeInteger(requests) || requests < 1000)
    throw new Error(`--requests takes a whole number of at least 1000, not ${values.requests}.`)
  return {
    effort: { ...effort, requests },
    ...(values.only === undefined ? {} : { only: values.only }),
    // A part of the table is not what stands in the repository, nor is a hasty one unless that is wished.
    write: values.only === undefined && (values.write || !values.quick),
  }
}
