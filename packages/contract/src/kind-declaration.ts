import type { ZodType } from 'zod'
import type { RuleSide } from './rule.ts'

/** What reading a contract needs to know of a rule kind. */
export interface KindDeclaration {
  readonly kind: string
  readonly side: RuleSide
  /** The shape of a rule's parameters. */
  readonly parameters: ZodType
}
