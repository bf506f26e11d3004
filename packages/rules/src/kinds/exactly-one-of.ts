import { defineMemberCount, type Members } from '../member-count.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** Of several members of an object exactly one is given. */
export const exactlyOneOf: RequestRuleKind<Members> = defineMemberCount('exactly-one-of', { atLeast: 1, atMost: 1 })
