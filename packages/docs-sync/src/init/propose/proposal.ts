import { type Json, type JsonObject, parsePointer } from '@assay/contract'

/** A correction that the documents themselves prove, for a person to look at. */
export interface Proposal {
  /** JSON Pointer of the place that is corrected. */
  readonly at: string
  /** What is wrong and how it is read, in a sentence. */
  readonly says: string
  readonly strength: 'documented' | 'inferred' | 'assumed'
  /** The name of the place on the page that proves it. */
  readonly evidence: string
  readonly update?: Json
  /** Takes the place out. */
  readonly remove?: true
}

/** The overlay action of a proposal. */
export function actionOf({ at, says, strength, evidence, update, remove }: Proposal, page: string): JsonObject {
  return {
    target: jsonPath(at),
    description: `Proposed: ${says}`,
    'x-proposed': true,
    'x-strength': strength,
    'x-evidence': { page, at: evidence },
    ...(remove === true ? { remove: true } : { update: update ?? {} }),
  }
}

/** A JSONPath (RFC 9535) that selects the place of a JSON Pointer and nothing else. */
export function jsonPath(pointer: string): string {
  const segments = parsePointer(pointer).map((token) => {
    if (/^(?:0|[1-9]\d*)$/.test(token) && !/^\d{3}$/.test(token)) return `[${token}]`
    if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(token)) return `.${token}`
    return `['${token.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`
  })
  return `$${segments.join('')}`
}
