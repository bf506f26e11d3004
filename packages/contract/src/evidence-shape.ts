import { z } from 'zod'
import type { Evidence, Strength } from './evidence.ts'

/** How sure a statement is, as documents write it. */
export const strength: z.ZodType<Strength> = z.enum(['documented', 'inferred', 'assumed'])

const evidence = z.strictObject({ page: z.string().min(1), at: z.string() })

/** Evidence as documents write it: one place or a list of them. */
export const evidenceList: z.ZodType<readonly Evidence[]> = z
  .union([evidence, z.array(evidence)])
  .transform((value): readonly Evidence[] => (Array.isArray(value) ? value : [value]))
