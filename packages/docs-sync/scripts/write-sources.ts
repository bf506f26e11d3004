/**
 * Writes the fingerprints of a provider's pages anew, from files of them, in the order of `sources.yaml`.
 * `node scripts/write-sources.ts PROVIDER_FOLDER PAGE…`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isJsonObject } from '@assay/contract'
import { parseDocument } from '@assay/contract/documents'
import { formatSources } from '../src/pages/format-sources.ts'
import { pageFormats } from '../src/pages/page-format.ts'
import { readPage } from '../src/pages/read-page.ts'
import { sourcesOf } from '../src/pages/sources-of.ts'

const [folder, ...files] = process.argv.slice(2)
if (folder === undefined) throw new Error('Give the folder of a provider, and the files of its pages.')
const path = join(folder, 'sources.yaml')
const previous = parseDocument(readFileSync(path, 'utf8'), path).value
if (!isJsonObject(previous) || !Array.isArray(previous.pages)) throw new Error(`${path} lists no pages.`)
const pages = previous.pages.filter(isJsonObject)
const readings = pages.flatMap((page, index) => {
  const file = files[index]
  if (file === undefined) return []
  const format = pageFormats.find((one) => one === page.format)
  const names = Array.isArray(page.names) ? page.names.map(String) : undefined
  const optional = { ...(format === undefined ? {} : { format }), ...(names === undefined ? {} : { names }) }
  return [readPage({ id: String(page.id), text: readFileSync(file, 'utf8'), place: file, ...optional })]
})
writeFileSync(path, formatSources(sourcesOf(previous, readings, new Date().toISOString().slice(0, 10))))
