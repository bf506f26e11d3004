import {
  type Contradiction,
  formatPointer,
  isJsonObject,
  type Json,
  type JsonObject,
  parsePointer,
  valueAt,
} from '@assay/contract'
import { typeOfExample } from '../../operation/schema-of-example.ts'
import { resolve } from '../../structure/resolve.ts'
import type { Proposal } from './proposal.ts'

/**
 * A correction for each example that its own schema refuses: what either side of the contradiction allows is accepted. Of what the schema cannot
 * be widened for, the example goes.
 * @param drop Takes every example out that is still refused: the last resort.
 */
export function proposeReadings(
  document: JsonObject,
  contradictions: readonly Contradiction[],
  drop: boolean,
): readonly Proposal[] {
  const proposals = new Map<string, Proposal>()
  for (const contradiction of contradictions) {
    const widened = drop ? undefined : widening(document, contradiction)
    const proposal = widened ?? dropped(contradiction)
    const key = `${proposal.at} ${JSON.stringify(proposal.update ?? '')}`
    if (!proposals.has(key)) proposals.set(key, proposal)
  }
  return [...proposals.values()]
}

function widening(document: JsonObject, { example, at, keyword, says }: Contradiction): Proposal | undefined {
  const value = valueAt(document, example)
  const schemaAt = schemaPointer(document, example, at)
  if (schemaAt === undefined || value === undefined) return undefined
  const schema = valueAt(document, schemaAt)
  const shown = valueAt(value, at)
  if (!isJsonObject(schema) || shown === undefined) return undefined
  const common = { strength: 'inferred' as const, evidence: 'document' }
  const sentence = `${says.replace(/\.$/, '')}; what either side allows is accepted.`
  if (keyword === 'type' && typeof schema.type === 'string') {
    const type = shown === null ? 'null' : typeOfExample(shown).type
    if (typeof type !== 'string' || typeof document.openapi !== 'string') return undefined
    if (document.openapi.startsWith('3.0')) {
      // OpenAPI 3.0 has no list of types: null is a mark of its own, of two other types nothing is left to say.
      return type === 'null'
        ? { ...common, at: schemaAt, says: sentence, update: { nullable: true } }
        : { ...common, at: `${schemaAt}/type`, says: sentence, remove: true }
    }
    return { ...common, at: schemaAt, says: sentence, update: { type: [schema.type, type] } }
  }
  if (keyword === 'enum' && Array.isArray(schema.enum)) {
    return { ...common, at: `${schemaAt}/enum`, says: sentence, update: [shown] as Json }
  }
  if (Object.hasOwn(schema, keyword) && keyword !== 'required' && keyword !== 'properties') {
    return { ...common, at: `${schemaAt}/${keyword}`, says: sentence, remove: true }
  }
  return undefined
}

function dropped({ example, says }: Contradiction): Proposal {
  return {
    at: example.replace(/(\/examples\/[^/]+)\/value$/, '$1'),
    says: `${says.replace(/\.$/, '')}; the schema holds, and this example is left out.`,
    strength: 'assumed',
    evidence: 'document',
    remove: true,
  }
}

/** The place of the schema that judges a place in an example, references followed; undefined where alternatives leave it open. */
function schemaPointer(document: JsonObject, example: string, at: string): string | undefined {
  const tokens = parsePointer(example)
  const media = tokens.findIndex(
    (token, index) => (token === 'example' || token === 'examples') && tokens[index - 2] === 'content',
  )
  const own =
    media === -1 ? tokens.slice(0, tokens.at(-1) === 'example' ? -1 : -2) : [...tokens.slice(0, media), 'schema']
  let pointer: string | undefined = followed(document, formatPointer(own))
  for (const token of parsePointer(at)) {
    const schema: Json | undefined = pointer === undefined ? undefined : valueAt(document, pointer)
    if (!isJsonObject(schema) || pointer === undefined) return undefined
    const property = isJsonObject(schema.properties) && Object.hasOwn(schema.properties, token)
    const below: string | undefined = property
      ? `${pointer}/properties${formatPointer([token])}`
      : schema.items === undefined
        ? undefined
        : `${pointer}/items`
    if (below === undefined) return undefined
    pointer = followed(document, below)
  }
  return pointer
}

/** Where a chain of references ends. */
function followed(document: JsonObject, pointer: string): string | undefined {
  let current = pointer
  for (let step = 0; step < 20; step += 1) {
    const value = valueAt(document, current)
    if (!isJsonObject(value)) return undefined
    if (typeof value.$ref !== 'string') return current
    if (resolve(document, value) === undefined) return undefined
    current = decodeURIComponent(value.$ref.slice(1))
  }
  return undefined
}
