import { isJsonObject, type Json } from '@assay/contract'
import type { PageProblem } from '../pages/page-reading.ts'
import type { ExampleDraft } from './operation-draft.ts'

/** What sites print in place of an e-mail address, and what stands for it here (a domain of RFC 2606). */
const HIDDEN = /\[email[\s\u00a0]protected\]/g
const ADDRESS = 'customer@example.com'

/** An example, with an address in place of each that the page hides. */
export function shownExample(
  value: Json,
  headers: ExampleDraft['headers'],
  line: number,
  place: string,
  problems: PageProblem[],
): ExampleDraft {
  const own = headers === undefined || Object.keys(headers).length === 0 ? {} : { headers }
  const uncovered = uncover(value)
  if (JSON.stringify(uncovered) === JSON.stringify(value)) return { value, ...own, line }
  const message = `The page hides an e-mail address in this example; ${ADDRESS} stands in its place.`
  problems.push({ message, place, line })
  return { value: uncovered, ...own, description: message, line }
}

function uncover(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll(HIDDEN, ADDRESS)
  if (Array.isArray(value)) return value.map(uncover)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, uncover(member)]))
}
