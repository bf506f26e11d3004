import type { ClientOptions } from '@assay/client'

/** What a consumer suite drives, and where its pact goes. */
export interface ConsumerOptions {
  /** Makes the typed client under test: its functions stand in the order of the contract's operations. */
  readonly client: (options: ClientOptions & { readonly secret: string; readonly baseUrl: string }) => object
  /** The folder that the pact is written to. */
  readonly folder: string
}
