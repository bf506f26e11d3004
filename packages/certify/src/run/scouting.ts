import { noTimes } from '../report/times.ts'
import type { RunContext } from './run-context.ts'

/** The context of requests that only teach their own shard an account's limits: what else they show is told by the shard whose cases they are. */
export function scouting(context: RunContext): RunContext {
  const { state } = context
  const apart = { notes: [], times: noTimes(), setAside: new Map(), lacking: new Map() }
  return { ...context, state: { ...state, tallies: structuredClone(state.tallies), ...apart } }
}
