import { memberOf } from './member-of.ts'

/** The places a rule speaks of: its members below its own place, or its own place where it names none. */
export function memberTargets(at: string, members: readonly string[] | undefined): readonly string[] {
  return members === undefined ? [at] : members.map((member) => memberOf(at, member))
}
