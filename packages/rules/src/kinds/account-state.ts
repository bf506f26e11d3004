import { z } from 'zod'
import { broken, kept } from '../judgement.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'

interface Parameters {
  readonly state: string
}

/** The account is not in a state in which it may not ask. No request can bring it there, so there are no ways to break the rule. */
export const accountState: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'account-state',
  stage: 'admit',
  parameters: z.strictObject({ state: z.string() }),
  withoutWays: true,
  reads: () => [],
  holds: (_request, rule, account) =>
    account.inState(rule.parameters.state) ? broken(`The account is in the state ${rule.parameters.state}.`) : kept,
  breaks: () => [],
  edges: () => [],
})
