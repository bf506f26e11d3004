import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CertifyEvent, certify, redactor } from '@assay/certify'
import { loadContract } from '@assay/contract'
import { createMock } from '@assay/mock'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import schema from '../schema/report-v1.json' with { type: 'json' }
import { reportFormats } from './report-formats.ts'
import { written } from './sample/written.ts'

const contract = loadContract(readFileSync(join(import.meta.dirname, '../../../specs/alphapo/contract.json'), 'utf8'))
const credentials = { key: 'canary-key-4711', secret: 'canary secret/+"4712"' }
const signatures: string[] = []

/** A provider that tells all it knows, in every encoding, in header and body. */
async function leakingRun(): Promise<readonly CertifyEvent[]> {
  const mock = createMock(contract, { off: ['description.empty'], credentials })
  const transport = async (request: Request): Promise<Response> => {
    const signature = request.headers.get('x-processing-signature') ?? ''
    if (signature.length > 100) signatures.push(signature)
    const told = [...Object.values(credentials), signature].flatMap((text) => [
      text,
      Buffer.from(text).toString('base64'),
      Buffer.from(text).toString('hex'),
      encodeURIComponent(text),
    ])
    const answer = await mock.fetch(request)
    const answered = (await answer.json()) as object
    const body = JSON.stringify({ ...answered, told })
    return new Response(body, {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'x-told': encodeURIComponent(told.join()) },
    })
  }
  const options = {
    baseUrl: `http://127.0.0.1:1${mock.base}`,
    credentials,
    seed: 1,
    level: 'quick',
    accountKnown: true,
    transport,
  } as const
  const events: CertifyEvent[] = []
  for await (const event of certify(contract, options)) events.push(event)
  return events
}

const events = await leakingRun()
const { redact } = redactor(credentials)

test.each(reportFormats.map((format) => [format.name, format] as const))(
  '%s shows no key, secret or signature of a provider that tells them all',
  (_name, format) => {
    const text = written(format, events)
    expect(text.length).toBeGreaterThan(100)
    expect(redact(text, [...new Set(signatures)].slice(0, 40)) === text).toBe(true)
  },
)

test('the published schema names every member of a real report, and no other is there', () => {
  const last = events.at(-1)
  const isReport = formats.default(new Ajv2020({ strict: true, allowUnionTypes: true })).compile(closed(schema))
  isReport(last?.type === 'finished' ? JSON.parse(JSON.stringify(last.report)) : undefined)
  expect(isReport.errors ?? []).toEqual([])
})

test('the published schema names every member of what sends a case of a real run again', () => {
  const { $defs } = closed(schema) as { $defs: object }
  const isRecipe = formats
    .default(new Ajv2020({ strict: true, allowUnionTypes: true }))
    .compile({ $defs, $ref: '#/$defs/recipe' })
  const recipes = events.flatMap((event) => (event.type === 'case-finished' && event.replay ? [event.replay] : []))
  expect(new Set(recipes.map(({ course }) => course?.kind)).size).toBe(4)
  for (const recipe of recipes)
    expect([isRecipe(JSON.parse(JSON.stringify(recipe))), isRecipe.errors]).toEqual([true, null])
})

/** The schema with every object closed, but for those that name no member. */
function closed(part: unknown): object {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member)]))
    return 'properties' in value && 'type' in value ? { ...members, additionalProperties: false } : members
  }
  return walk(part) as object
}

test('the run did leak, and was found out', () => {
  const last = events.at(-1)
  const leaks =
    last?.type === 'finished' ? last.report.rules.find(({ id }) => id === 'security.no-secret-in-answer') : undefined
  expect(leaks?.verdict).toBe('fail')
  expect(signatures.length).toBeGreaterThan(20)
})
