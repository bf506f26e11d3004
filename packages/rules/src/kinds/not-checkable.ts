import { z } from 'zod'
import { kept } from '../judgement.ts'
import { defineRequestRule, type RequestRuleKind } from '../rule-kind.ts'

interface Parameters {
  /** Why no request and no answer can show it, in a sentence. */
  readonly reason: string
}

/** A documented statement that no program can check: it is listed, so that what is covered is told out of all that is documented. */
export const notCheckable: RequestRuleKind<Parameters> = defineRequestRule<Parameters>({
  kind: 'not-checkable',
  stage: 'remember',
  parameters: z.strictObject({ reason: z.string() }),
  withoutWays: true,
  reads: () => [],
  holds: () => kept,
  breaks: () => [],
  edges: () => [],
})
