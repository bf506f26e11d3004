import { z } from 'zod'
import type { Callback, CallbackSource } from './callback.ts'
import type { Page } from './contract.ts'
import { withoutUndefined } from './without-undefined.ts'

const pointer = z.string().regex(/^\/.+$/s, 'a JSON Pointer that begins with "/" is needed')

const source = z
  .strictObject({ at: pointer, request: pointer.optional(), answer: pointer.optional() })
  .refine(
    ({ request, answer }) => (request === undefined) !== (answer === undefined),
    'one of request and answer is needed',
  )
  .transform((value) => withoutUndefined(value) as CallbackSource)

/** What `x-callback` says of a callback that OpenAPI has no word for. */
export type CallbackShape = Partial<Pick<Callback, 'type' | 'status' | 'takes'>>

/** The shape of `x-callback`. */
export const callbackShape: z.ZodType<CallbackShape> = z
  .strictObject({
    type: z.strictObject({ at: pointer, value: z.string().min(1) }).optional(),
    status: z.strictObject({ at: pointer, known: z.array(z.string().min(1)).min(1) }).optional(),
    takes: z.array(source).optional(),
  })
  .transform((value) => withoutUndefined(value) as CallbackShape)

/** The pages that a callback overlay names in `info.x-pages`. */
export const callbackPages: z.ZodType<readonly Page[]> = z.array(
  z
    .strictObject({ id: z.string().min(1), title: z.string(), url: z.url().optional() })
    .transform((value) => withoutUndefined(value) as Page),
)
