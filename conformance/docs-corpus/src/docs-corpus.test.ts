import { expect, test } from 'vitest'
import { driftOf, isWordingLine } from './drift-of.ts'
import { readEdits } from './read-edit.ts'

const edits = readEdits()

test.each(edits)('$name: $about', (edit) => {
  expect(driftOf(edit).toSorted()).toEqual(edit.expect.toSorted())
})

test('holds at least 50 edits that matter and 50 that do not, of all forms of page', () => {
  expect(edits.filter(({ matters }) => matters).length).toBeGreaterThanOrEqual(50)
  expect(edits.filter(({ matters }) => !matters).length).toBeGreaterThanOrEqual(50)
  for (const matters of [true, false]) {
    const pages = new Set(edits.filter((edit) => edit.matters === matters).map(({ page }) => page))
    expect([...pages].sort()).toEqual(['fernbank.html', 'fernbank.md', 'orchard.txt', 'saltmarsh.md', 'tinplate.md'])
  }
})

test('an edit that matters is more than wording, one that does not is none', () => {
  const wrong = edits.filter(({ matters, expect: lines }) => matters !== lines.some((line) => !isWordingLine(line)))
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('notices at least 98 % of the edits that matter, and is quiet at all others', () => {
  const results = edits.map((edit) => {
    const found = driftOf(edit).filter((line) => !isWordingLine(line))
    const isNoticed = edit.expect.filter((line) => !isWordingLine(line)).every((line) => found.includes(line))
    return { ...edit, found, isNoticed }
  })
  const matter = results.filter(({ matters }) => matters)
  const missed = matter.filter(({ isNoticed }) => !isNoticed).map(({ name }) => name)
  const harmless = results.filter(({ matters }) => !matters)
  const falseAlarms = harmless.filter(({ found }) => found.length > 0).map(({ name }) => name)
  console.log(
    `noticed ${matter.length - missed.length} of ${matter.length}, false alarms ${falseAlarms.length} of ${harmless.length}`,
  )
  expect(1 - missed.length / matter.length).toBeGreaterThanOrEqual(0.98)
  expect(falseAlarms).toEqual([])
})
