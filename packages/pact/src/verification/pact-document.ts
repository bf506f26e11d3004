import { type ZodType, z } from 'zod'
import { PactError } from '../pact-error.ts'

/** A body in a pact file of version 4. */
export interface PactBody {
  readonly content?: unknown
  readonly contentType?: string | undefined
  readonly encoded?: unknown
}

/** One half of an interaction in a pact file. */
interface PactPart {
  readonly body?: PactBody | undefined
  readonly headers?: Readonly<Record<string, unknown>> | undefined
}

/** An interaction in a pact file of version 4, as far as it is read here; whatever else it has stays. */
export interface PactInteraction {
  readonly type?: string | undefined
  readonly description: string
  readonly providerStates?:
    | readonly { readonly name: string; readonly params?: Readonly<Record<string, unknown>> | undefined }[]
    | undefined
  readonly comments?: Readonly<Record<string, unknown>> | undefined
  readonly request?: (PactPart & { readonly method: string; readonly path: string }) | undefined
  readonly response?: (PactPart & { readonly status: number }) | undefined
}

/** A pact file of version 4. */
export interface PactDocument {
  readonly consumer: { readonly name: string }
  readonly provider: { readonly name: string }
  readonly interactions: readonly PactInteraction[]
  readonly metadata?: unknown
}

const body = z.looseObject({ content: z.unknown(), contentType: z.string().optional() }).optional()
const headers = z.record(z.string(), z.unknown()).optional()
const params = z.record(z.string(), z.unknown()).optional()

const document: ZodType<PactDocument> = z.looseObject({
  consumer: z.looseObject({ name: z.string() }),
  provider: z.looseObject({ name: z.string() }),
  interactions: z.array(
    z.looseObject({
      type: z.string().optional(),
      description: z.string(),
      providerStates: z.array(z.looseObject({ name: z.string(), params })).optional(),
      comments: z.record(z.string(), z.unknown()).optional(),
      request: z.looseObject({ method: z.string(), path: z.string(), headers, body }).optional(),
      response: z.looseObject({ status: z.number(), headers, body }).optional(),
    }),
  ),
  metadata: z.unknown(),
})

/**
 * Reads a pact file of version 4.
 * @param place the file, for messages
 * @throws PactError when it is no such pact, with the first place that is wrong
 */
export function readPact(text: string, place: string): PactDocument {
  const read = document.safeParse(jsonOf(text, place))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new PactError(`${place} is no pact of version 4: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}.`)
}

function jsonOf(text: string, place: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PactError(`${place} is no JSON: give a pact file, such as a consumer suite writes.`)
  }
}
