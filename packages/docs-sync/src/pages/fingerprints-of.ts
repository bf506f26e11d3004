import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@assay/contract'
import { placesOf } from '../structure/places-of.ts'
import { splitProse } from '../structure/split-prose.ts'
import { fold } from './fold.ts'
import type { PageDraft } from './page-draft.ts'

/** Enough to tell the wordings of one place apart; 64 bits in hex. */
const LENGTH = 16

/**
 * A fingerprint of every place: `<structure>-<prose>`, each the first 16 hex digits of a SHA-256. The structure is the canonical JSON of the place
 * without its prose, the prose its descriptions, summaries and titles with white space folded. `page` is the text around the document.
 */
export function fingerprintsOf({ document, rest, notes }: PageDraft): Readonly<Record<string, string>> {
  const fingerprints: Record<string, string> = { page: fingerprint(null, [rest]) }
  for (const [name, value] of placesOf(document)) {
    const { structure, prose } = splitProse(value)
    fingerprints[name] = fingerprint(structure, prose)
  }
  for (const [name, text] of notes ?? []) fingerprints[name] = fingerprint(null, [text])
  return fingerprints
}

function fingerprint(structure: Json, prose: readonly string[]): string {
  return `${short(canonicalJson(structure))}-${short(prose.map(fold).join('\n'))}`
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH)
}
