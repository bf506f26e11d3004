/**
 * Text cut to a line of so many characters, with an ellipsis where something is missing; control characters become visible, so that no answer of a
 * provider can move the cursor.
 * @param taken characters of the line that are used already
 */
export function fitted(text: string, width: number | undefined, taken = 0): string {
  const plain = visible(text)
  const room = width === undefined ? Number.POSITIVE_INFINITY : Math.max(8, width - taken)
  const characters = [...plain]
  return characters.length <= room ? plain : `${characters.slice(0, room - 1).join('')}…`
}

/** Text on one line without control characters. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}
