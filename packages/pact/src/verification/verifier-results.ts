import { type ZodType, z } from 'zod'

/** A difference that the Verifier found. */
export interface Mismatch {
  readonly mismatch: string
  /** JSON path into the body, where it is there. */
  readonly path?: string | undefined
  readonly type: string
}

/** What became of one interaction. */
export interface VerifierResult {
  readonly description: string
  readonly ok: boolean
  readonly mismatches: readonly Mismatch[]
}

/** What the Verifier found, interaction by interaction. */
export type VerifierResults = readonly VerifierResult[]

interface Raw {
  readonly interactionResults: readonly { readonly description: string; readonly result: string }[]
  readonly errors: readonly { readonly interaction: string; readonly mismatch?: unknown }[]
}

const raw: ZodType<Raw> = z.object({
  interactionResults: z.array(z.object({ description: z.string(), result: z.string() })),
  errors: z.array(z.object({ interaction: z.string(), mismatch: z.unknown() })),
})

const mismatches: ZodType<{ readonly mismatches: readonly Mismatch[] }> = z.object({
  mismatches: z.array(
    z
      .object({ mismatch: z.string().optional(), path: z.string().optional(), type: z.string() })
      .transform(({ mismatch, ...rest }) => ({ mismatch: mismatch ?? rest.type, ...rest })),
  ),
})

/** Reads the Verifier's own JSON; undefined where it is none. */
export function readResults(text: string): VerifierResults | undefined {
  const read = raw.safeParse(jsonOf(text))
  if (!read.success) return undefined
  const { interactionResults, errors } = read.data
  return interactionResults.map(({ description, result }) => {
    // An error names its interaction by a whole sentence that ends with the description.
    const error = errors.find(({ interaction }) => interaction.endsWith(` - ${description}`))
    return {
      description,
      ok: result === 'OK',
      mismatches: mismatches.safeParse(error?.mismatch).data?.mismatches ?? [],
    }
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Another text is no result: the caller shows it.
    return undefined
  }
}
