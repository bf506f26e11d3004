import { z } from 'zod'
import type { AccountProfile } from './account-profile.ts'
import type { Json } from './json.ts'
import { withoutUndefined } from './without-undefined.ts'

const decimal = z.string().regex(/^\d+(?:\.\d+)?$/, 'a plain decimal number, as text, is needed')
const limits = { minimum: decimal, maximum: decimal }

const currency = z
  .strictObject({
    code: z.string().min(1),
    type: z.enum(['fiat', 'crypto']),
    decimals: z.int().min(0).max(30),
    networks: z.array(z.string()).optional(),
    pageNetworks: z.array(z.string()).optional(),
    page: z.boolean(),
    disabled: z.boolean().optional(),
    safe: z.strictObject(limits).optional(),
  })
  .transform(withoutUndefined)

/** The shape of an account profile (`x-account`). */
export const accountShape: z.ZodType<AccountProfile> = z
  .strictObject({
    currencies: z.array(currency).default([]),
    amount: z.strictObject({ currency: z.string(), ...limits }).optional(),
    lifetime: z.strictObject({ minimum: z.number(), maximum: z.number() }).optional(),
    withoutRate: z.array(z.tuple([z.string(), z.string()])).optional(),
    values: z.record(z.string(), z.array(z.custom<Json>((value) => value !== undefined))).default({}),
    link: z.string().optional(),
  })
  .transform((value) => withoutUndefined(value) as AccountProfile)
