/** A hole in a documented text: `<amount>`, `<currency.iso>` or `{minutes/days}`. */
const HOLE = /<[A-Za-z][\w.-]*>|\{[A-Za-z]+(?:\/[A-Za-z]+)+\}/

/** Longer texts are compared as they are: no provider's message is that long, and matching stays quick. */
const LONGEST = 2000

/** Whether a text is the documented one, each hole filled with something. */
export function matchesTemplate(template: string, text: string): boolean {
  if (template === text) return true
  const literals = template.split(HOLE)
  const first = literals[0] ?? ''
  const last = literals.at(-1) ?? ''
  if (literals.length === 1 || text.length > LONGEST || !text.startsWith(first) || !text.endsWith(last)) return false
  // Taking the first place of each literal finds a match whenever there is one: every hole takes at least one character.
  let position = first.length
  for (const literal of literals.slice(1, -1)) {
    const found = text.indexOf(literal, position + 1)
    if (found === -1) return false
    position = found + literal.length
  }
  return position + 1 <= text.length - last.length
}
