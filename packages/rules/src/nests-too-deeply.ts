/** Levels of arrays and objects in each other that a body may have (RFC 8259, section 9, lets a reader set such a limit). */
const LEVELS = 200

/** Whether JSON text nests deeper than is read: what walks through a body by recursion would run out of stack. */
export function nestsTooDeeply(text: string): boolean {
  if (text.length <= LEVELS || !opensMoreThan(LEVELS, text)) return false
  let depth = 0
  let isString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isString) {
      if (character === '\\') index += 1
      else if (character === '"') isString = false
    } else if (character === '"') isString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > LEVELS) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

/** Whether a text has more opening brackets than so many, in strings or not: nearly none has, and looking for them is far quicker than reading it. */
function opensMoreThan(most: number, text: string): boolean {
  let count = 0
  for (const bracket of ['{', '[']) {
    for (let index = text.indexOf(bracket); index !== -1; index = text.indexOf(bracket, index + 1)) {
      count += 1
      if (count > most) return true
    }
  }
  return false
}
