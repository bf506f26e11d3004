import type { Credentials } from '@assay/signing'

/** What a mock asks for where no credentials are given: no account has them, so they are no secret. */
export const mockCredentials: Credentials = { key: 'assay-mock-key', secret: 'assay-mock-secret' }
