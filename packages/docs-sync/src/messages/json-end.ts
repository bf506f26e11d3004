/** The offset after the JSON object or array that begins at an offset, or undefined where it never ends. Strings are passed over; linear. */
export function jsonEnd(text: string, start: number): number | undefined {
  let depth = 0
  let inString = false
  for (let index = start; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '/' && text[index + 1] === '/') index = Math.max(text.indexOf('\n', index), index)
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return index + 1
    }
  }
  return undefined
}
