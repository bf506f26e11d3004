import { z } from 'zod'
import type { KindDeclaration } from '../kind-declaration.ts'

/** Rule kinds as a package of kinds would declare them. */
export const kinds: readonly KindDeclaration[] = [
  { kind: 'decimal-places', side: 'request', parameters: z.strictObject({ per: z.string() }) },
  { kind: 'exactly-one-of', side: 'request', parameters: z.strictObject({ members: z.array(z.string()).min(2) }) },
  { kind: 'key', side: 'request', parameters: z.strictObject({ faults: z.array(z.string()) }) },
  { kind: 'maxLength', side: 'request', parameters: z.strictObject({ value: z.number() }) },
  { kind: 'echoes', side: 'answer', parameters: z.strictObject({ from: z.string() }) },
]
