import { expect, test } from 'vitest'
import { pageFixture } from '../__fixtures__/page-fixture.ts'
import { PageError } from './page-error.ts'
import { readPage } from './read-page.ts'

/** Limits are on time as well; this one leaves room for a busy machine. */
const MAXIMUM_MS = 10_000
const yaml = pageFixture('embedded-yaml.md')
const tables = pageFixture('tables-two-operations.md')
const fields = pageFixture('fields.txt')
const bomb = Array.from({ length: 10 }, (_, level) =>
  level === 0
    ? 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]'
    : `a${level}: &a${level} [${Array(10)
        .fill(`*a${level - 1}`)
        .join(', ')}]`,
).join('\n')

function refusal(text: string): string {
  const start = process.cpuUsage()
  try {
    readPage({ id: 'page', text, place: 'page.md' })
  } catch (error) {
    if (!(error instanceof PageError)) throw error
    // Of the processor, since others may have it meanwhile.
    const { user, system } = process.cpuUsage(start)
    expect((user + system) / 1000).toBeLessThan(MAXIMUM_MS)
    return error.message
  }
  throw new Error('The page was read.')
}

const hostile: readonly (readonly [string, string])[] = [
  ['an empty page', ' \n\n'],
  ['a NUL', `a\nb\0c`],
  ['a page that is too long', 'word '.repeat(500_000)],
  ['a page of too many lines', '\n|a|b|'.repeat(20_000)],
  ['a fence that is never closed', yaml.replace(/\n````\n$/, '\n')],
  ['a shorter fence than the one that opened', yaml.replace(/\n````\n$/, '\n```\n')],
  ['broken YAML', yaml.replace("version: '2'", 'version: [2')],
  ['a key that stands twice', yaml.replace("  version: '2'", "  version: '2'\n  title: Other")],
  ['an alias bomb', yaml.replace('components:', `${bomb}\ncomponents:`)],
  ['an alias inside itself', yaml.replace('components:', 'x-a: &a\n  b: *a\ncomponents:')],
  ['a reference to the network', yaml.replace("'#/components/schemas/Charge'", 'https://evil.example/x.yaml')],
  ['a reference to a file', yaml.replace("'#/components/schemas/Charge'", '../../etc/passwd#/a')],
  ['deep YAML', yaml.replace('components:', `x-deep: ${'['.repeat(300)}${']'.repeat(300)}\ncomponents:`)],
  ['deep quotes', `${'> '.repeat(4_000)}text`],
  ['deep lists', `${'- '.repeat(4_000)}text`],
  ['deep HTML', `<html><body>${'<div>'.repeat(3_000)}x`],
  ['a row of a thousand cells', `${tables}\n${'|a'.repeat(1_000)}|`],
  ['JSON that never ends', fields.replace('  "data": { "id": 3, "state": "new" }\n}', '  "data": {')],
  ['a curl call whose quote never closes', tables.replace(`"it''s@acme.example"}}'`, `"its@acme.example"}}`)],
  ['a page about something else', '# Weather\n\nIt rains.'],
  ['a page of scripts', '<html><body><script>POST /a</script></body></html>'],
  ['tables without an operation', '| Parameter | Type |\n| --- | --- |\n| a | string |'],
]

test('refuses what is no page, with its line', () => {
  expect(hostile.map(([what, text]) => `${what} → ${refusal(text)}`)).toMatchInlineSnapshot(`
    [
      "an empty page → page.md: The page is empty.",
      "a NUL → page.md:2: The page holds a NUL character: it is binary, or read as another encoding.",
      "a page that is too long → page.md: The page has 2500000 characters, at most 2000000 are read.",
      "a page of too many lines → page.md:8000: The page has 20001 lines, at most 8000 are read.",
      "a fence that is never closed → page.md:14: The code fence that begins here is never closed.",
      "a shorter fence than the one that opened → page.md:14: The code fence that begins here is never closed.",
      "broken YAML → page.md:19: This is not valid YAML or JSON: Flow sequence in block collection must be sufficiently indented and end with a ].",
      "a key that stands twice → page.md:19: The key "title" stands here twice.",
      "an alias bomb → page.md:71: The aliases stand for more than 50000 values, write them out.",
      "an alias inside itself → page.md:72: The alias *a stands inside what it names.",
      "a reference to the network → page.md:62: The reference "https://evil.example/x.yaml" leads out of the folder: nothing is fetched, keep a copy beside the document.",
      "a reference to a file → page.md:62: The reference "../../etc/passwd#/a" names no YAML or JSON file.",
      "deep YAML → page.md:71: The document is nested more than 200 levels deep, flatten it.",
      "deep quotes → page.md:1: Lists or quotes are nested more than 64 levels deep.",
      "deep lists → page.md:1: Lists or quotes are nested more than 64 levels deep.",
      "deep HTML → page.md:1: Elements are nested more than 500 levels deep.",
      "a row of a thousand cells → page.md:80: A table has more than 500 columns.",
      "JSON that never ends → page.md:13: The JSON value that begins here never ends.",
      "a curl call whose quote never closes → page.md:35: The quoted text of this curl call never ends.",
      "a page about something else → page.md: The page has neither an OpenAPI document, nor tables of fields, nor a list of parameters that can be read.",
      "a page of scripts → page.md: The page has neither an OpenAPI document, nor tables of fields, nor a list of parameters that can be read.",
      "tables without an operation → page.md: The page names no operation: a line with a method and a path is looked for (POST /payments).",
    ]
  `)
})

test.each([
  ['brackets', '['.repeat(200_000)],
  ['stars', '*a '.repeat(60_000)],
  ['code marks', '` `` '.repeat(40_000)],
  ['definitions', '[a]: b\n'.repeat(7_900)],
  ['tags', '<a>'.repeat(60_000)],
  ['formatting elements', `<html><body>${'<b><i><u>'.repeat(20_000)}`],
  ['tables in tables', `<html><body>${'<table><tr><td>'.repeat(160)}`],
  ['rows', '|a|b|\n|-|-|\n'.repeat(3_900)],
])('ends in time on a page of %s', (_, text) => {
  expect(refusal(text).length).toBeGreaterThan(0)
})

test('an example that is no JSON is told and left out', () => {
  const { problems } = readPage({
    id: 'page',
    text: tables.replace('{ "id": 7, "state": "new" }', '{ "id": 7, "state": !x 1 }'),
    place: 'page.md',
  })
  expect(problems.map(({ line, message }) => `${line}: ${message}`)).toContainEqual(
    expect.stringMatching(/^49: This example is no JSON: /),
  )
})
