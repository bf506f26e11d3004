/** How other programs would write a JSON text again, by the name of the form; forms that are the text itself are left out. */
export function reserialisedForms(text: string): readonly string[] {
  const value: unknown = JSON.parse(text)
  const forms = [
    JSON.stringify(value),
    spaced(value),
    JSON.stringify(value, null, 2),
    JSON.stringify(value, null, 4),
    JSON.stringify(sorted(value)),
    spaced(sorted(value)),
    JSON.stringify(value).replaceAll('/', '\\/'),
    JSON.stringify(value).replace(
      /[\u0080-\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  ]
  return [...new Set(forms)].filter((form) => form !== text)
}

/** With a blank after every comma and colon, as Python and PostgreSQL write. */
function spaced(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  return `{${Object.entries(value)
    .map(([name, member]) => `${JSON.stringify(name)}: ${spaced(member)}`)
    .join(', ')}}`
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]))
}
