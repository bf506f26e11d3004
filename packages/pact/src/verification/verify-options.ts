import type { CertifyOptions } from '@assay/certify'
import type { MockControl } from '@assay/mock'

/** What the verification of a pact needs to know: where the provider is, and how careful to be, as for a certification. */
export interface VerifyOptions
  extends Pick<
    CertifyOptions,
    'baseUrl' | 'credentials' | 'budget' | 'rate' | 'timeoutSeconds' | 'pins' | 'clock' | 'runId' | 'signal'
  > {
  /** The control face of the mock under test: states that only a mock can be brought into are verified too. */
  readonly control?: MockControl
}
