import { type HeaderReading, type Hole, headerTemplate } from './header-template.ts'
import type { SigningProfile } from './signing-profile.ts'

/** Reads the headers of a profile back into what fills its holes; all readings are joined into one. */
export function readHeaders(profile: Pick<SigningProfile, 'headers'>, headers: Pick<Headers, 'get'>): HeaderReading {
  const values: { [hole in Hole]?: string } = {}
  const missing: Hole[] = []
  let malformed = false
  for (const header of profile.headers) {
    const reading = headerTemplate(header).read(headers.get(header.name))
    Object.assign(values, reading.values)
    missing.push(...reading.missing)
    malformed ||= reading.malformed
  }
  return { values, missing, malformed }
}
