/**
 * What a field of the request body means, where JSON Schema has no word for it. Declared under `x-roles` of an operation.
 * - `amount`: money, in the currency found at `currency`, or in the fixed currency `of`;
 * - `currency`, `network`: a code the account knows; a network belongs to the currency at `currency`;
 * - `duration`: a lifetime; `instant`: a point in time (Unix time); both counted in `unit`;
 * - `reference`: the merchant's own reference, drawn anew for each request;
 * - `account`: a value that only the account knows: left out unless pinned.
 */
export type Role =
  | { readonly role: 'amount'; readonly at: string; readonly currency?: string; readonly of?: string }
  | { readonly role: 'currency'; readonly at: string }
  | { readonly role: 'network'; readonly at: string; readonly currency: string }
  | { readonly role: 'duration' | 'instant'; readonly at: string; readonly unit: 'seconds' | 'minutes' }
  | { readonly role: 'reference'; readonly at: string }
  | { readonly role: 'account'; readonly at: string }
