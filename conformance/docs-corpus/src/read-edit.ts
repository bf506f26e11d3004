import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const shape = z.strictObject({
  about: z.string().min(1),
  page: z.string(),
  matters: z.boolean(),
  edits: z.array(z.strictObject({ replace: z.string().min(1), with: z.string(), all: z.boolean().optional() })).min(1),
  expect: z.array(z.string()),
})

/** A page before and after an edit, with what a check must find. */
export interface PageEdit {
  /** The name of its folder. */
  readonly name: string
  /** One sentence. */
  readonly about: string
  /** The file of the page. */
  readonly page: string
  /** Whether a program that calls the provider must hear of it. */
  readonly matters: boolean
  readonly before: string
  readonly after: string
  /** A line a change: level, action, subject, direction, place; of wording: `wording` and the place. */
  readonly expect: readonly string[]
}

const root = join(import.meta.dirname, '..')

/**
 * Every edit of the corpus, by name.
 * @throws Error where an edit is broken, replaces what the page does not have, or changes nothing.
 */
export function readEdits(): readonly PageEdit[] {
  return readdirSync(join(root, 'edits')).sort().map(readEdit)
}

function readEdit(name: string): PageEdit {
  const { about, page, matters, edits, expect } = shape.parse(
    parse(readFileSync(join(root, 'edits', name, 'edit.yaml'), 'utf8')),
  )
  const before = readFileSync(join(root, 'pages', page), 'utf8')
  let after = before
  for (const { replace, with: text, all = false } of edits) {
    const found = after.split(replace).length - 1
    if (found === 0 || (found > 1 && !all))
      throw new Error(`${name}: "${replace}" stands ${found} times on ${page}; once is needed, or "all: true".`)
    after = after.replaceAll(replace, () => text)
  }
  if (after === before) throw new Error(`${name} changes nothing.`)
  return { name, about, page, matters, before, after, expect }
}
