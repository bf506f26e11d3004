import type { z } from 'zod'
import type { Json } from './json.ts'
import { formatPointer } from './json-pointer.ts'
import { originAt } from './origins.ts'
import { type Reading, reportAt } from './reading.ts'

/** Notes what a shape refuses, each at its place below a value of the document. */
export function reportIssues(reading: Reading, value: Json, what: string, issues: readonly z.core.$ZodIssue[]): void {
  for (const issue of issues) {
    const names = issue.path.map((name) => (typeof name === 'symbol' ? String(name) : name))
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const pointer = formatPointer([...names, ...unknown])
    const place = pointer === '' ? '' : ` at ${pointer}`
    reportAt(
      reading,
      originAt(value, pointer, reading.origins),
      `${what} is wrong${place}: ${issue.message.replace(/\.$/, '')}.`,
    )
  }
}
