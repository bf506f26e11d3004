import { defineMemberCount, type Members } from '../member-count.ts'
import type { RequestRuleKind } from '../rule-kind.ts'

/** Of several members of an object one or more are given. */
export const atLeastOneOf: RequestRuleKind<Members> = defineMemberCount('at-least-one-of', { atLeast: 1 })
