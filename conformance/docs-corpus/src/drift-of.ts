import { type Change, compareReadings, isWording, type PageReading, readPage } from '@assay/docs-sync'
import type { PageEdit } from './read-edit.ts'

/** What a check finds of an edit, a line a change, as `expect` has them. */
export function driftOf({ name, before, after, page }: PageEdit): readonly string[] {
  const known = found.get(name) ?? compareReadings(reading(before, page), reading(after, page)).map(line)
  found.set(name, known)
  return known
}

const found = new Map<string, readonly string[]>()
const readings = new Map<string, PageReading>()

/** Every edit of a page begins with the same page. */
function reading(text: string, page: string): PageReading {
  const known = readings.get(text) ?? readPage({ id: 'page', text, place: page })
  readings.set(text, known)
  return known
}

function line(change: Change): string {
  const { level, action, subject, direction, place } = change
  return isWording(change) ? `wording ${place}` : `${level} ${action} ${subject} ${direction} ${place}`
}

/** Whether a line of `expect` is about wording alone. */
export function isWordingLine(text: string): boolean {
  return text.startsWith('wording ')
}
