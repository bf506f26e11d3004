import { authenticationFaults } from '@assay/rules'
import { type ZodType, z } from 'zod'

/**
 * What must be so at the provider before an interaction. The first three give values to the request, the next two say how it is sent, the rest is the
 * account's own:
 * - `reference`: a reference that nobody used; `moment`: a point in time so many units from now; `own-value`: a value that only the account knows;
 * - `fault`: key or signature are wrong in this way; `repeated`: the same request was accepted before;
 * - `account-state`, `disabled-currency`, `no-rate`: how the account stands; `contract-account`: it is the account that the contract describes.
 */
export type ProviderState =
  | { readonly kind: 'reference'; readonly at: string; readonly value: string }
  | { readonly kind: 'moment'; readonly at: string; readonly after: number; readonly unit: 'seconds' | 'minutes' }
  | { readonly kind: 'own-value'; readonly at: string; readonly value: string | number }
  | { readonly kind: 'fault'; readonly fault: (typeof authenticationFaults)[number] }
  | { readonly kind: 'repeated'; readonly at: string }
  | { readonly kind: 'account-state'; readonly state: string }
  | { readonly kind: 'disabled-currency'; readonly code: string }
  | { readonly kind: 'no-rate'; readonly from: string; readonly to: string }
  | { readonly kind: 'contract-account' }

/** The shape of a state's parameters in a pact file. */
export const providerState: ZodType<ProviderState> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reference'), at: z.string(), value: z.string() }),
  z.object({
    kind: z.literal('moment'),
    at: z.string(),
    after: z.number().int(),
    unit: z.enum(['seconds', 'minutes']),
  }),
  z.object({ kind: z.literal('own-value'), at: z.string(), value: z.union([z.string(), z.number()]) }),
  z.object({ kind: z.literal('fault'), fault: z.enum(authenticationFaults) }),
  z.object({ kind: z.literal('repeated'), at: z.string() }),
  z.object({ kind: z.literal('account-state'), state: z.string() }),
  z.object({ kind: z.literal('disabled-currency'), code: z.string() }),
  z.object({ kind: z.literal('no-rate'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('contract-account') }),
])
