import { kindOf } from '@assay/rules'
import type { Case } from '../case.ts'
import { hashOf } from '../hash-of.ts'

/** A part of a certification that runs by itself, beside others: together they do what the whole does. */
export interface Shard {
  /** From 1. */
  readonly index: number
  readonly count: number
}

/** Why a rule has no case in a shard that another shard has. */
export const ELSEWHERE = 'Another shard tests it.'

/** The subject of all cases about limits that are learned. */
export const LIMITS = 'limits'

/**
 * What decides on a case's shard: its rule, so that all cases of one stay together; all rules whose limits are learned alike, because one limit tells
 * where another may be tested; else the case itself.
 */
export function subjectOf({ rule, hygiene, id }: Pick<Case, 'rule' | 'hygiene' | 'id'>): string {
  if (rule === undefined) return hygiene ?? id
  const kind = kindOf(rule)
  return kind.side === 'request' && kind.learns !== undefined ? LIMITS : rule.id
}

/** Whether a shard has a subject; everything is in the whole. The same seed gives the same shards. */
export function isInShard(subject: string, shard: Shard | undefined, seed: number): boolean {
  return shard === undefined || hashOf(subject, seed) % shard.count === shard.index - 1
}
