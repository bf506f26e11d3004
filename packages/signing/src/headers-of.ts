import { type HoleValues, headerTemplate } from './header-template.ts'
import type { SigningProfile } from './signing-profile.ts'

/**
 * The headers of a profile with its holes filled by the texts given, right or wrong ones alike.
 * Throws an error, which never shows the value, where a hole has none or one that cannot stand in its header.
 */
export function headersOf(profile: Pick<SigningProfile, 'headers'>, values: HoleValues): Record<string, string> {
  return Object.fromEntries(
    profile.headers.map((header) => {
      const { holes, literals, separators } = headerTemplate(header)
      const filled = holes.map((hole, index) => {
        const value = values[hole]
        if (value === undefined) throw new Error(`The header ${header.name} needs a ${hole}: give one.`)
        const wrong = objection(value, separators)
        if (wrong) throw new Error(`The ${hole} cannot stand in the header ${header.name}: ${wrong}. Check it.`)
        return value + (literals[index + 1] ?? '')
      })
      return [header.name, [literals[0] ?? '', ...filled].join('')]
    }),
  )
}

/** Why a text cannot stand in a header value (RFC 9110, section 5.5, narrowed to ASCII), or undefined where it can. */
function objection(value: string, separators: string): string | undefined {
  if (!/^[\x20-\x7e]*$/.test(value)) return 'it holds a control character or one outside ASCII'
  // White space at the ends is lost on the way.
  if (value !== value.trim()) return 'it begins or ends with a space'
  const separator = [...separators].find((character) => value.includes(character))
  return separator === undefined ? undefined : `it holds "${separator}", which ends a part of that header`
}
