/** What a merchant holds: a key that travels, and the secret that signs and never travels. A static key has no secret. */
export interface Credentials {
  readonly key: string
  readonly secret?: string
}
