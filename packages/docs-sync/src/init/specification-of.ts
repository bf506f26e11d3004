import { isJsonObject, type JsonObject, parseJson } from '@assay/contract'
import { documentAt, type PlacedDocument, refuseOutsideReferences } from '../embedded/document-at.ts'
import { PageError } from '../pages/page-error.ts'

/** Larger than any interface description that is known; in UTF-16 code units. */
const MAXIMUM_JSON = 20_000_000
/** YAML is read with the place of every part, which takes its time. */
const MAXIMUM_YAML = 4_000_000
/** Deeper than any description. */
const MAXIMUM_DEPTH = 200

/**
 * Reads a whole OpenAPI document, of any number of operations, in JSON or YAML.
 * @throws PageError with the line: too large, broken, nested too deeply, or with references that lead out of it.
 */
export function specificationOf(text: string, place: string): PlacedDocument {
  const isJson = text.trimStart().startsWith('{')
  const most = isJson ? MAXIMUM_JSON : MAXIMUM_YAML
  if (text.length > most)
    throw new PageError(`The document has ${text.length} characters, at most ${most} are read.`, place)
  if (!isJson) return documentAt(text, 0, place)
  const deep = depthFault(text)
  if (deep !== undefined)
    throw new PageError(`The document is nested more than ${MAXIMUM_DEPTH} levels deep.`, place, deep)
  const document = jsonObject(text)
  // What is no JSON is read the slow way: that tells the line of the fault.
  if (document === undefined) return documentAt(text, 0, place)
  refuseOutsideReferences(document, (pointer) => lineOfMember(text, pointer), place)
  return { document, lines: new Map() }
}

function jsonObject(text: string): JsonObject | undefined {
  if (text.includes('"__proto__"')) return undefined
  try {
    const value = parseJson(text)
    return isJsonObject(value) ? value : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The line at which a JSON text nests too deeply; strings are passed over. */
function depthFault(text: string): number | undefined {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > MAXIMUM_DEPTH) return text.slice(0, index).split('\n').length
  }
  return undefined
}

/** A refused reference is looked for once more with the places of everything, where the text is small enough. */
function lineOfMember(text: string, pointer: string): number {
  if (text.length > MAXIMUM_YAML) return 1
  return documentAt(text, 0, '', true).lines.get(pointer) ?? 1
}
