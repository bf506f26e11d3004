import { parseJson } from '@assay/contract'

/** More text than this is shown as it is. */
const LONGEST = 20_000

const tokens = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g

/**
 * JSON text in lines, two spaces a level, every string and number written as it was sent; undefined where the text is no JSON.
 */
export function prettyJson(text: string): readonly string[] | undefined {
  if (text.length > LONGEST || !/^\s*[[{]/.test(text)) return undefined
  try {
    parseJson(text)
  } catch {
    return undefined
  }
  const lines: string[] = []
  let line = ''
  let depth = 0
  let before = ''
  const next = (): void => {
    if (line.trim() !== '') lines.push(line)
    line = '  '.repeat(depth)
  }
  for (const [token] of text.matchAll(tokens)) {
    if (token === '}' || token === ']') {
      depth -= 1
      // An empty object or list stays on its line.
      if (before !== '{' && before !== '[') next()
      line += token
    } else if (token === ',') {
      line += token
      next()
    } else if (token === ':') line += ': '
    else {
      if (before === '{' || before === '[') next()
      line += token
      if (token === '{' || token === '[') depth += 1
    }
    before = token
  }
  lines.push(line)
  return lines
}
