import { type Contract, type Operation, stringifyJson } from '@assay/contract'
import { draftJudge, pinnedAccount, type Setting, windowJudge } from '@assay/payloads'
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
  /** Whether a draft leaves the window of what any gateway takes nowhere but where another one does. */
  isAsSafeAs(draft: Draft, other: Draft): boolean
}

/** A bench for planning. `now` is the time at which the plan is made, in milliseconds. */
export function planBench(contract: Contract, operation: Operation, options: CertifyOptions, now: number): PlanBench {
  const setting: Setting = {
    account: accountOf(contract, { credentials: options.credentials, now: () => now }),
    accountKnown: options.accountKnown ?? false,
    ...(options.pins === undefined ? {} : { pins: options.pins }),
  }
  const account = pinnedAccount(operation, setting)
  const judge = draftJudge(operation, setting)
  // A repeated request finds its references taken; every other one bears new ones.
  const brokenBy = (draft: Draft): readonly string[] => (draft.repeated ? brokenAgain(draft) : judge(draft))
  const brokenAgain = (draft: Draft): readonly string[] => {
    const sealed = sealDraft(draft, operation, { credentials: options.credentials, now })
    return judgeRequest(receiveRequest(sealed), operation, { ...account, taken: () => true }).map(({ rule }) => rule.id)
  }
  const outside = windowJudge(operation, setting)
  const fitting = new WeakMap<Draft, boolean>()
  const fitsSchema = (draft: Draft): boolean => {
    const known = fitting.get(draft)
    if (known !== undefined) return known
    const fits = schemaAccepts(operation, draft.text ?? stringifyJson(draft.body))
    fitting.set(draft, fits)
    return fits
  }
  return {
    operation,
    setting,
    account,
    brokenBy,
    fitsSchema,
    isAsSafeAs: (draft, other) => {
      const borne = outside(other)
      return outside(draft).every((part) => borne.includes(part))
    },
    keepsAll: (draft) => brokenBy(draft).length === 0 && fitsSchema(draft),
  }
}
