import { type Json, parseJson } from '@assay/contract'

/** The value of an example, or why it has none. */
export type ExampleValue =
  | { readonly value: Json; readonly commented?: true }
  | { readonly fault: string; readonly offset: number }

/** Deeper than any example. */
const MAXIMUM_DEPTH = 100

/** Reads an example body as JSON. Comments and commas before a closing bracket, which pages print and JSON does not have, are passed over. */
export function jsonOfExample(text: string): ExampleValue {
  const deep = tooDeep(text)
  if (deep !== undefined) return { fault: `It is nested more than ${MAXIMUM_DEPTH} levels deep.`, offset: deep }
  if (text.includes('"__proto__"'))
    return { fault: '"__proto__" may not be used as a name.', offset: text.indexOf('"__proto__"') }
  const first = parsed(text)
  if ('value' in first) return first
  const bare = withoutComments(text)
  if (bare === text) return first
  const second = parsed(bare)
  return 'value' in second ? { ...second, commented: true } : first
}

function parsed(text: string): ExampleValue {
  try {
    return { value: parseJson(text) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const offset = Number(/position (\d+)/.exec(error.message)?.[1] ?? 0)
    return { fault: `${error.message.replace(/ in JSON at position \d+.*$/s, '').replace(/\.$/, '')}.`, offset }
  }
}

/** Comments as blanks, so that offsets stay; a comma before a closing bracket too. Strings are left alone. */
function withoutComments(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index += 1) {
    const rest = text.slice(index, index + 2)
    const end =
      text[index] === '"'
        ? stringEnd(text, index)
        : rest === '//'
          ? lineEnd(text, index)
          : rest === '/*'
            ? blockEnd(text, index)
            : index + 1
    const piece = text.slice(index, end)
    result += rest === '//' || rest === '/*' ? piece.replaceAll(/[^\n]/g, ' ') : piece
    index = end - 1
  }
  return withoutLastCommas(result)
}

function withoutLastCommas(text: string): string {
  let result = ''
  for (let index = 0; index < text.length; index += 1) {
    const end = text[index] === '"' ? stringEnd(text, index) : index + 1
    const piece = text.slice(index, end)
    result += piece === ',' && /^\s*[}\]]/.test(text.slice(end, end + 200)) ? ' ' : piece
    index = end - 1
  }
  return result
}

function stringEnd(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === '\\') index += 1
    else if (text[index] === '"') return index + 1
  }
  return text.length
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function blockEnd(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2)
  return end === -1 ? text.length : end + 2
}

function tooDeep(text: string): number | undefined {
  let depth = 0
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (character === '"') index = stringEnd(text, index) - 1
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > MAXIMUM_DEPTH) return index
  }
  return undefined
}
