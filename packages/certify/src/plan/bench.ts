import { type Contract, type Operation, stringifyJson } from '@assay/contract'
import { pinnedAccount, type Setting } from '@assay/payloads'
import { type Account, accountOf, type Draft, judgeRequest, receiveRequest, sealDraft } from '@assay/rules'
import type { CertifyOptions } from '../certify-options.ts'
import { schemaAccepts } from './schema-verdict.ts'

/** What planning for one operation needs: for whom payloads are made, and what each draft breaks once it is serialised. */
export interface PlanBench {
  readonly operation: Operation
  readonly setting: Setting
  /** The account that judges: what is pinned is known to it. */
  readonly account: Account
  /** The ids of the rules that a draft breaks. */
  brokenBy(draft: Draft): readonly string[]
  /** Whether a draft breaks no rule and the schema takes it. */
  keepsAll(draft: Draft): boolean
  /** Whether the schema takes a draft's body. */
  fitsSchema(draft: Draft): boolean
}

/** A bench for planning. `now` is the time at which the plan is made, in milliseconds. */
export function planBench(contract: Contract, operation: Operation, options: CertifyOptions, now: number): PlanBench {
  const setting: Setting = {
    account: accountOf(contract, { credentials: options.credentials, now: () => now }),
    accountKnown: options.accountKnown ?? false,
    ...(options.pins === undefined ? {} : { pins: options.pins }),
  }
  const account = pinnedAccount(operation, setting)
  const judged = new WeakMap<Draft, readonly string[]>()
  const brokenBy = (draft: Draft): readonly string[] => {
    const known = judged.get(draft)
    if (known !== undefined) return known
    const sealed = sealDraft(draft, operation, { credentials: options.credentials, now })
    // A repeated request finds its references taken; every other one bears new ones.
    const judge = draft.repeated ? { ...account, taken: () => true } : account
    const broken = judgeRequest(receiveRequest(sealed), operation, judge).map(({ rule }) => rule.id)
    judged.set(draft, broken)
    return broken
  }
  const fitsSchema = (draft: Draft): boolean => schemaAccepts(operation, draft.text ?? stringifyJson(draft.body))
  return {
    operation,
    setting,
    account,
    brokenBy,
    fitsSchema,
    keepsAll: (draft) => brokenBy(draft).length === 0 && fitsSchema(draft),
  }
}
