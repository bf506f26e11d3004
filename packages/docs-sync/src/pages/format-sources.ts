import { type JsonObject, stringifyJson } from '@assay/contract'
import { stringify } from 'yaml'

const HEADER = `# Fingerprints, a name a place: the first 16 hex digits of the SHA-256 of what the place does and, after the dash, of what is said about it.
# What it does is its canonical JSON without descriptions, summaries and titles, and without what has a name of its own; what is said is those,
# runs of white space folded to one blank. \`page\` is the text around.
`

/** The text of a provider's `sources.yaml`. */
export function formatSources(sources: JsonObject): string {
  return `${HEADER}${stringify(JSON.parse(stringifyJson(sources)), { lineWidth: 0, singleQuote: true })}`
}
