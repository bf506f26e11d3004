/** What proves that a callback is the provider's: the secret that the merchant shares with it, or the provider's public key. */
export interface CallbackCredentials {
  /** The API key of the account; needed where the callback carries it. */
  readonly key?: string
  /** The secret of the account; needed for an HMAC. */
  readonly secret?: string
  /** The provider's public key: PEM, or the Base64 of its DER form (SubjectPublicKeyInfo); needed for RSA. */
  readonly publicKey?: string
}
