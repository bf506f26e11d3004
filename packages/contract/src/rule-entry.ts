import { z } from 'zod'
import type { Evidence, Strength } from './evidence.ts'
import { evidenceList, strength } from './evidence-shape.ts'
import type { Json } from './json.ts'
import type { Outcome, Premise, RuleAnswer } from './rule.ts'
import { withoutUndefined } from './without-undefined.ts'

/** An entry of `x-rules` as documents write it; every member not listed here is a parameter of its kind. */
export interface RuleEntry {
  readonly kind: string
  readonly id?: string
  readonly at: string
  readonly says?: string
  readonly strength?: Strength
  readonly outcome?: Outcome
  readonly evidence?: readonly Evidence[]
  readonly also?: readonly string[]
  readonly answer?: RuleAnswer
  readonly reading?: string
  readonly when?: readonly Premise[]
  readonly responses?: readonly string[]
  /** JSON Pointer into the request schema: the keyword whose derived rule this one replaces. */
  readonly keyword?: string
}

const pointer = z.string().regex(/^(?:\/.*)?$/s, 'a JSON Pointer begins with "/" or is empty')
const name = z.string().regex(/^\S+$/, 'a name without white space is needed')
const status = z.int().min(100).max(599)
const json = z.custom<Json>((value) => value !== undefined, 'a value is needed')

const premise = z
  .strictObject({
    at: pointer,
    present: z.boolean().optional(),
    empty: z.boolean().optional(),
    equals: json.optional(),
    currency: z.enum(['fiat', 'crypto']).optional(),
  })
  .refine((value) => Object.keys(value).length > 1, 'a premise says something about its place')

const answer = z
  .strictObject({ status: z.union([status, z.array(status)]).optional(), example: z.string().optional() })
  .transform((value) => withoutUndefined({ status: [value.status ?? []].flat(), example: value.example }))

const shape = {
  kind: name,
  id: name.optional(),
  at: pointer.default(''),
  says: z.string().min(1).optional(),
  strength: strength.optional(),
  outcome: z.enum(['must-refuse', 'must-hold', 'unspecified']).optional(),
  evidence: evidenceList.optional(),
  also: z.array(name).optional(),
  answer: answer.optional(),
  reading: z.string().min(1).optional(),
  when: z
    .union([premise, z.array(premise).min(1)])
    .transform((value) => [value].flat().map(withoutUndefined))
    .optional(),
  responses: z
    .array(z.union([z.string(), status]).transform(String))
    .min(1)
    .optional(),
  keyword: pointer.optional(),
}

/** The members of an entry that are no parameter of its kind. */
export const ruleEntry: z.ZodType<RuleEntry> = z
  .object(shape)
  .transform((value) => withoutUndefined(value) as unknown as RuleEntry)

/** The names of those members. */
export const RULE_ENTRY_MEMBERS: ReadonlySet<string> = new Set(Object.keys(shape))
