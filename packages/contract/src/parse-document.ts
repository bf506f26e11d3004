import { Composer, type Document, isScalar, LineCounter, type ParsedNode, Parser } from 'yaml'
import { ContractError } from './contract-error.ts'
import type { Json } from './json.ts'
import type { SourceDocument } from './source-document.ts'
import { MAXIMUM_DEPTH, tokenTooDeep } from './yaml-depth.ts'
import { yamlLines } from './yaml-lines.ts'
import { nodeAt } from './yaml-node-at.ts'
import { YamlValueError, yamlValue } from './yaml-value.ts'

/**
 * Reads YAML 1.2 (of which JSON is a part) into a JSON value with positions. Refused with file, line and column: broken syntax, several
 * documents, duplicate keys, nesting of more than 200 levels, aliases that multiply, values JSON does not have.
 * @throws ContractError
 */
export function parseDocument(text: string, file: string): SourceDocument {
  const lines = new LineCounter()
  const refuse = (offset: number, message: string): never => {
    throw new ContractError([{ message, file, ...position(lines, offset) }])
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)]
  const tooDeep = tokenTooDeep(tokens)
  if (tooDeep !== undefined) {
    refuse(tooDeep, `The document is nested more than ${MAXIMUM_DEPTH} levels deep, flatten it.`)
  }
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, version: '1.2', schema: 'core' })
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed[]
  const [document, second] = documents
  for (const error of documents.flatMap((one) => [...one.errors, ...one.warnings])) {
    const message = (error.message.split('\n')[0] ?? '').replace(/[.:]$/, '')
    refuse(error.pos[0], `This is not valid YAML or JSON: ${message}.`)
  }
  if (second !== undefined) refuse(second.range[0], 'The file holds several documents, only one is read.')
  const root = document?.contents
  if (root === undefined || root === null || (isScalar(root) && root.value === null && (root.source ?? '') === '')) {
    return refuse(0, 'The file is empty.')
  }
  return {
    file,
    value: convert(root, refuse),
    place: (pointer) => position(lines, nodeAt(root, pointer)),
    lines: () => yamlLines(root, lines),
  }
}

function convert(root: ParsedNode, refuse: (offset: number, message: string) => never): Json {
  try {
    return yamlValue(root)
  } catch (error) {
    if (error instanceof YamlValueError) return refuse(error.offset, error.message)
    throw error
  }
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}
