import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Report } from '@assay/certify'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Draft04 from 'ajv-draft-04'
import formats from 'ajv-formats'
import { validate as validateCtrf } from 'ctrf'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { reportFormats } from './report-formats.ts'
import { reporterLaws } from './reporter-laws.ts'

const require = createRequire(import.meta.url)
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../schema/report-v1.json'), 'utf8'))
const xsd = readFileSync(join(import.meta.dirname, '../schema/junit.xsd'), 'utf8')

const isReport = withFormats(new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })).compile(schema)
const isSarif = withFormats(new Draft04.default({ strict: false, unicodeRegExp: false })).compile(
  require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
)
const harAjv = withFormats(new Ajv({ strict: false, validateSchema: false }))
for (const part of Object.values(require('har-schema') as Record<string, { $id: string }>))
  harAjv.addSchema(without(part, '$schema'))
const isHar = harAjv.getSchema('har.json#') ?? harAjv.getSchema('har.json')

function withFormats<T>(ajv: T): T {
  formats.default(ajv as never)
  return ajv
}

function without(part: object, name: string): object {
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== name))
}

/** Throws where a check of a format does not hold. */
const valid: { readonly [format: string]: (text: string, runs: readonly Report[]) => void | Promise<void> } = {
  terminal: (text, runs) => expect(text.split('\n').length).toBeGreaterThan(runs.length),
  json(text) {
    isReport(JSON.parse(text))
    expect(isReport.errors ?? []).toEqual([])
  },
  html(text, runs) {
    expect(text.match(/<h2 id="title/g) ?? []).toHaveLength(runs.length)
    // One script works, one holds data: no other element of the kind is there, and none that loads anything.
    expect(text.match(/<script/g)).toHaveLength(2)
    expect(text.match(/<\/script/g)).toHaveLength(2)
    expect(text).not.toMatch(/<(img|iframe|object|embed|link|base|form)\b/)
    expect(text).not.toMatch(/href="javascript/)
    expect(() =>
      JSON.parse(/<script type="application\/json" id="cases">(.*?)<\/script>/s.exec(text)?.[1] ?? ''),
    ).not.toThrow()
  },
  async junit(text, runs) {
    const { valid: isValid, errors } = await validateXML({
      xml: [{ fileName: 'report.xml', contents: text }],
      schema: [xsd],
    })
    expect(errors.map(({ message }) => message)).toEqual([])
    expect(isValid).toBe(true)
    expect(text.match(/<testsuite /g) ?? []).toHaveLength(runs.length)
  },
  ctrf: (text) => expect(validateCtrf(JSON.parse(text))).toMatchObject({ valid: true }),
  sarif(text, runs) {
    const log = JSON.parse(text)
    isSarif(log)
    expect(isSarif.errors ?? []).toEqual([])
    expect(log.runs).toHaveLength(runs.length)
  },
  har(text, runs) {
    const log = JSON.parse(text)
    if (isHar === undefined) throw new Error('The schema of HAR is missing.')
    isHar(log)
    expect(isHar.errors ?? []).toEqual([])
    expect(log.log.pages).toHaveLength(runs.length)
  },
  ndjson(text, runs) {
    const lines = text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line))
    expect(lines.filter(({ type }) => type === 'finished')).toHaveLength(runs.length)
  },
  github(text, runs) {
    const [commands = '', summary = ''] = text.split('## Assay')
    for (const line of commands.split('\n').slice(0, -1))
      expect(line).toMatch(/^::(error|warning|notice) file=[^:,]+,title=[^:,]+::[^\r\n]+$/)
    expect(summary.split('\n\n')[1]?.split('\n')).toHaveLength(runs.length + 2)
    // In a block of code everything is text.
    expect(summary.replaceAll(/^(`{3,})\n[\s\S]*?\n\1\n/gm, '')).not.toMatch(/<(script|img)/)
  },
  badge: (text) => expect(JSON.parse(text)).toMatchObject({ schemaVersion: 1, label: 'assay small-till' }),
}

for (const format of reportFormats) {
  const check = valid[format.name]
  if (check === undefined) throw new Error(`Nothing tells whether ${format.name} is valid.`)
  for (const law of reporterLaws(format, check)) test(law.title, law.check)
}
