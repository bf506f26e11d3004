import { type ZodType, z } from 'zod'

/** How the account of a mock differs from what its contract declares. A member that is absent stays as it was. */
export interface ControlSettings {
  /** The named states that are on: `client-disabled`. */
  readonly states?: readonly string[] | undefined
  /** Codes of currencies that are known and switched off. */
  readonly disabledCurrencies?: readonly string[] | undefined
  /** Pairs of currency codes, from and to, between which there is no exchange rate: added to the contract's. */
  readonly unavailableRates?: readonly (readonly [string, string])[] | undefined
  /** Amount limits instead of the contract's, as decimal strings in one currency. */
  readonly amount?: { readonly currency: string; readonly minimum: string; readonly maximum: string } | undefined
  /** Shortest and longest lifetime instead of the contract's, in seconds. */
  readonly lifetime?: { readonly minimum: number; readonly maximum: number } | undefined
}

const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'a decimal string such as "0.50" is needed')
const seconds = z.number().int().nonnegative()

/** The shape of {@link ControlSettings}, for settings that come as JSON. */
export const controlSettings: ZodType<ControlSettings> = z.strictObject({
  states: z.array(z.string()).optional(),
  disabledCurrencies: z.array(z.string()).optional(),
  unavailableRates: z.array(z.tuple([z.string(), z.string()])).optional(),
  amount: z.strictObject({ currency: z.string(), minimum: decimal, maximum: decimal }).optional(),
  lifetime: z.strictObject({ minimum: seconds, maximum: seconds }).optional(),
})
