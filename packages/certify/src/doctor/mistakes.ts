/** A mistake that is made again and again. */
export interface Mistake {
  /** What it is, after "The mistake:" or "It may be:". */
  readonly says: string
  /** What to do. */
  readonly advice: string
}

/** The names of the mistakes. */
export type MistakeId =
  | 'sandbox-key-on-production'
  | 'production-key-on-sandbox'
  | 'ip-not-allowed'
  | 'secret-and-key-swapped'
  | 'wrong-secret'
  | 'body-reserialised'
  | 'signature-upper-case'
  | 'signature-base64'
  | 'signature-hex'
  | 'trailing-newline'
  | 'path-not-signed'
  | 'timestamp-unit'
  | 'quotes-in-credentials'
  | 'clock-off'
  | 'path-missing'
  | 'path-twice'
  | 'certificate-not-trusted'
  | 'certificate-of-another-host'
  | 'certificate-expired'
  | 'not-https'
  | 'proxy-in-between'
  | 'headers-removed'

/** Every mistake in words. */
export const mistakes: { readonly [id in MistakeId]: Mistake } = {
  'sandbox-key-on-production': {
    says: 'a sandbox key used on production',
    advice: 'Take the key of this environment from the provider, or give the base URL of the sandbox.',
  },
  'production-key-on-sandbox': {
    says: 'a key of another environment: sandbox and production have key pairs of their own',
    advice: 'Take key and secret from the same environment as the base URL.',
  },
  'ip-not-allowed': {
    says: 'an IP address that is not whitelisted',
    advice: "Add this machine's outgoing IP address to the allow-list in the provider's back office.",
  },
  'secret-and-key-swapped': { says: 'secret and key swapped', advice: 'Exchange the values of the two variables.' },
  'wrong-secret': {
    says: 'a secret that does not belong to the key',
    advice: 'Copy key and secret again, as one pair, without spaces or quotes.',
  },
  'body-reserialised': {
    says: 'a body that is re-serialised on the way, by a proxy or gateway, after it was signed',
    advice: 'Let the proxy pass the bytes of the body through as they are, or go around it (NO_PROXY).',
  },
  'signature-upper-case': {
    says: 'a signature expected in upper case',
    advice: 'The documents say lower case: ask the provider, or correct x-signing in the overlay.',
  },
  'signature-base64': {
    says: 'a signature expected in Base64',
    advice: 'The documents say hex: ask the provider, or correct the encoding in x-signing of the overlay.',
  },
  'signature-hex': {
    says: 'a signature expected in hex',
    advice: 'The documents say Base64: ask the provider, or correct the encoding in x-signing of the overlay.',
  },
  'trailing-newline': {
    says: 'a trailing newline that is signed on one side only',
    advice: 'Whoever verifies adds a line feed to the body: look for a proxy or a file that ends in one.',
  },
  'path-not-signed': {
    says: 'a path that is signed on one side only',
    advice: 'Check that the base URL has the path that the provider signs, and no proxy changes it.',
  },
  'timestamp-unit': {
    says: 'a timestamp expected in another unit',
    advice: 'The documents say otherwise: ask the provider, or correct the timestamp in x-signing of the overlay.',
  },
  'quotes-in-credentials': {
    says: 'quotes around the credentials that became part of them',
    advice: 'Take the quotes off the values in the environment file.',
  },
  'clock-off': {
    says: 'a clock that is off',
    advice: 'Set this machine by NTP: a signed timestamp is valid for a short time only.',
  },
  'path-missing': {
    says: 'a path missing from the base URL',
    advice: 'Give the base URL with the path that the documents show before that of the operation.',
  },
  'path-twice': {
    says: 'a base URL that has the path of the operation already',
    advice: "Take the operation's path off the base URL: it is appended.",
  },
  'certificate-not-trusted': {
    says: 'a certificate that is not trusted here',
    advice:
      'Where it is the authority of your own network, name its certificate: NODE_EXTRA_CA_CERTS=/path/to/authority.pem.',
  },
  'certificate-of-another-host': {
    says: 'a certificate that is for another host',
    advice: 'Check the host in the base URL.',
  },
  'certificate-expired': {
    says: 'a certificate that is not valid at this time',
    advice: 'Check the clock of this machine; if it is right, the server needs a new certificate.',
  },
  'not-https': { says: 'a port that does not speak TLS', advice: 'Check scheme and port of the base URL.' },
  'proxy-in-between': {
    says: 'a proxy in between',
    advice: 'Look at HTTPS_PROXY and NO_PROXY, and at what stands between this machine and the provider.',
  },
  'headers-removed': {
    says: 'headers that are removed on the way',
    advice: 'Let the proxy pass the headers of the signature through.',
  },
}
