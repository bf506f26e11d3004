import type { Operation } from '@assay/contract'
import type { Draft } from '@assay/rules'
import type { Arbitrary } from 'fast-check'
import { changesCurrency } from './changes-currency.ts'
import { keepsEveryRule } from './keeps-every-rule.ts'
import { onlyThose } from './only-those.ts'
import { pinnedAccount } from './pinned-account.ts'
import { arbitraryOf } from './schema/arbitrary-of.ts'
import { schemaDrafts } from './schema-drafts.ts'
import type { Setting } from './setting.ts'
import { settingMemory } from './setting-memory.ts'
import { validSchema } from './valid-schema.ts'

/** Which members a valid draft has. */
export interface ValidOptions {
  /** JSON Pointers of optional members that are always there. */
  readonly present?: ReadonlySet<string>
  /** JSON Pointers of optional members that are never there, beside those only the account knows. */
  readonly absent?: ReadonlySet<string>
}

/**
 * Drafts that a provider must accept: they keep every rule of the operation, stay inside the safe window, and have each optional member in one half of
 * them. The same seed gives the same drafts.
 */
export function validDrafts(operation: Operation, setting: Setting, options?: ValidOptions): Arbitrary<Draft> {
  if (options === undefined) return usualDrafts(operation, setting)
  const { schema, absent } = validSchema(operation, setting)
  const drafts = arbitraryOf(schema, {
    absent: new Set([...absent, ...(options.absent ?? [])]),
    ...(options.present !== undefined && { always: options.present }),
  }).map((body): Draft => ({ body }))
  return keepingAll(drafts, operation, setting)
}

/** Made once, because every rule of an operation makes its drafts from them. */
const usualDrafts = settingMemory((operation, setting) =>
  keepingAll(schemaDrafts(operation, setting), operation, setting),
)

/** Those that also keep what no schema says. */
function keepingAll(drafts: Arbitrary<Draft>, operation: Operation, setting: Setting): Arbitrary<Draft> {
  const keeps = keepsEveryRule(operation, pinnedAccount(operation, setting))
  const changes = changesCurrency(operation)
  return onlyThose(drafts, (draft) => changes(draft) && keeps(draft))
}
