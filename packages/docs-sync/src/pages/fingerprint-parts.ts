/** The two halves of a fingerprint: what a place does, and what is said about it. */
export interface FingerprintParts {
  readonly structure: string
  readonly prose: string
}

/** Takes a fingerprint apart; undefined for a text that is none, as written by an earlier version. */
export function fingerprintParts(fingerprint: string): FingerprintParts | undefined {
  const match = /^([0-9a-f]{16})-([0-9a-f]{16})$/.exec(fingerprint)
  return match?.[1] === undefined || match[2] === undefined ? undefined : { structure: match[1], prose: match[2] }
}
