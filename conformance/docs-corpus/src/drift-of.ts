import { type Change, compareReadings, isWording, readPage } from '@assay/docs-sync'
import type { PageEdit } from './read-edit.ts'

/** What a check finds of an edit, a line a change, as `expect` has them. */
export function driftOf({ before, after, page }: PageEdit): readonly string[] {
  const read = (text: string) => readPage({ id: 'page', text, place: page })
  return compareReadings(read(before), read(after)).map(line)
}

function line(change: Change): string {
  const { level, action, subject, direction, place } = change
  return isWording(change) ? `wording ${place}` : `${level} ${action} ${subject} ${direction} ${place}`
}

/** Whether a line of `expect` is about wording alone. */
export function isWordingLine(text: string): boolean {
  return text.startsWith('wording ')
}
