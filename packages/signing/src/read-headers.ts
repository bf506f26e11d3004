import { type HeaderReading, headerTemplate } from './header-template.ts'
import type { SigningProfile } from './signing-profile.ts'

/** Reads the headers of a profile back into what fills its holes; all readings are joined into one. */
export function readHeaders(profile: Pick<SigningProfile, 'headers'>, headers: Pick<Headers, 'get'>): HeaderReading {
  const readings = profile.headers.map((header) => headerTemplate(header).read(headers.get(header.name)))
  return {
    values: Object.assign({}, ...readings.map((reading) => reading.values)),
    missing: readings.flatMap((reading) => reading.missing),
    malformed: readings.some((reading) => reading.malformed),
  }
}
