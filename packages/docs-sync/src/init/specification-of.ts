import { isJsonObject, type Json, type JsonObject, parseJson } from '@assay/contract'
import { documentAt, type PlacedDocument } from '../embedded/document-at.ts'
import { PageError } from '../pages/page-error.ts'

/** Larger than any interface description that is known; in UTF-16 code units. */
const MAXIMUM_JSON = 20_000_000
/** YAML is read with the place of every part, which takes its time. */
const MAXIMUM_YAML = 4_000_000
/** Deeper than any description. */
const MAXIMUM_DEPTH = 200

/**
 * Reads a whole OpenAPI document, of any number of operations, in JSON or YAML. References are judged later, in the part that is used; none is
 * ever followed to anywhere else.
 * @throws PageError with the line: too large, broken or nested too deeply.
 */
export function specificationOf(text: string, place: string): PlacedDocument {
  const isJson = text.trimStart().startsWith('{')
  const most = isJson ? MAXIMUM_JSON : MAXIMUM_YAML
  if (text.length > most)
    throw new PageError(`The document has ${text.length} characters, at most ${most} are read.`, place)
  if (!isJson) return documentAt(text, 0, place, 'any')
  const deep = depthFault(text)
  if (deep !== undefined)
    throw new PageError(`The document is nested more than ${MAXIMUM_DEPTH} levels deep.`, place, deep)
  return { document: jsonObject(text, place), lines: new Map() }
}

function jsonObject(text: string, place: string): JsonObject {
  if (text.includes('"__proto__"'))
    throw new PageError('"__proto__" may not be used as a name.', place, lineAt(text, text.indexOf('"__proto__"')))
  let value: Json
  try {
    value = parseJson(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const offset = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0)
    throw new PageError(
      `This is not valid JSON: ${error.message.replace(/ (?:in JSON )?at position \d+.*$/s, '')}.`,
      place,
      lineAt(text, offset),
    )
  }
  if (!isJsonObject(value)) throw new PageError('The document is no object.', place, 1)
  return value
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
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
    if (depth > MAXIMUM_DEPTH) return lineAt(text, index)
  }
  return undefined
}
