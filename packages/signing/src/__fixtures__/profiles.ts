import type { SigningProfile } from '../signing-profile.ts'

/** Signs the body alone; key and signature in headers of their own. */
export const bodyProfile: SigningProfile = {
  headers: [
    { name: 'X-Processing-Key', template: '{key}' },
    { name: 'X-Processing-Signature', template: '{signature}' },
  ],
  signature: { algorithm: 'HMAC-SHA512', encoding: 'hex', message: ['body'] },
}

/** Signs path, query, time and body; all parts in one header. */
export const combinedProfile: SigningProfile = {
  headers: [{ name: 'Authorization', template: 'FRX-API api-key={key},signature={signature},timestamp={timestamp}' }],
  signature: {
    algorithm: 'HMAC-SHA256',
    encoding: 'hex',
    message: ['path-and-query', 'timestamp', 'body'],
    timestamp: 'milliseconds',
  },
}

/** Signs nothing. */
export const staticProfile: SigningProfile = { headers: [{ name: 'X-API-Key', template: '{key}' }] }
