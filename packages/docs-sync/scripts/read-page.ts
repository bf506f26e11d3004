/**
 * Reads one page and prints what came of it; with a document to compare with, only the differences in structure.
 * `node scripts/read-page.ts PAGE [--against openapi.yaml] [--id ID] [--format FORMAT] [--names a,b,c]`
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isJsonObject, type JsonObject, stringifyJson } from '@assay/contract'
import { parseDocument } from '@assay/contract/documents'
import { type PageFormat, pageFormats } from '../src/pages/page-format.ts'
import { readPage } from '../src/pages/read-page.ts'
import { structuralDifferences } from '../src/structure/structural-differences.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    id: { type: 'string' },
    format: { type: 'string' },
    names: { type: 'string' },
  },
})
const [file] = positionals
if (file === undefined) throw new Error('Give the file of a page.')
const format: PageFormat | undefined = pageFormats.find((one) => one === values.format)
const reading = readPage({
  id: values.id ?? basename(file).replace(/\.\w+$/, ''),
  text: readFileSync(file, 'utf8'),
  place: file,
  ...(format === undefined ? {} : { format }),
  ...(values.names === undefined ? {} : { names: values.names.split(',') }),
})
console.log(
  `${reading.format}: ${reading.provenance.size} places have lines, ${Object.keys(reading.fingerprints).length} fingerprints.`,
)
for (const { message, place, line } of reading.problems) console.log(`${place}:${line ?? 1}: ${message}`)
if (values.against === undefined) console.log(JSON.stringify(JSON.parse(stringifyJson(reading.document)), null, 2))
else {
  const other = parseDocument(readFileSync(values.against, 'utf8'), values.against).value
  const differences = structuralDifferences(isJsonObject(other) ? other : ({} as JsonObject), reading.document)
  console.log(`${differences.length} differences in structure.`)
  for (const { pointer, before, after } of differences) {
    console.log(
      `${pointer}\n  spec: ${before === undefined ? '–' : stringifyJson(before)}\n  page: ${after === undefined ? '–' : stringifyJson(after)}`,
    )
  }
}
