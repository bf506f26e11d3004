import { defineMemberCount, type Members } from '../member-count.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** Of several members of an object one or none is given. */
export const atMostOneOf: RequestRuleKind<Members> = defineMemberCount('at-most-one-of', { atMost: 1 })
