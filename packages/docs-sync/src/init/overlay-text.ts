import type { JsonObject } from '@assay/contract'
import { stringify } from 'yaml'

/** The text of a new provider's overlay. */
export function overlayText(title: string, actions: readonly JsonObject[]): string {
  const head = `# Corrections that the documents themselves prove, marked x-proposed: look at each, keep it (and take the mark away), change it or drop it.
# What JSON Schema cannot say comes below them: x-roles, x-rules, x-account. Evidence names a place by its field in sources.yaml.
`
  const overlay = {
    overlay: '1.0.0',
    info: { title: `Corrections and rules of ${title}`, version: '0.1.0' },
    actions: actions.length > 0 ? actions : [placeholder],
  }
  return `${head}${stringify(overlay, { lineWidth: 120, singleQuote: true })}`
}

/** An overlay has at least one action; this one says that nothing had to be corrected. */
const placeholder: JsonObject = {
  target: '$',
  description: 'Nothing was found that contradicts itself.',
  update: { 'x-corrections': 'none proposed' },
}
