import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Course, RecordedCase } from '@assay/certify'
import { nearestName } from '@assay/contract'
import { authenticationFaults } from '@assay/rules'
import { z } from 'zod'
import { UsageError } from './usage-error.ts'

/** What of a report or an event log can be sent again. */
export interface Recorded {
  readonly provider: string
  /** The base URL that was certified. */
  readonly target: string
  readonly cases: readonly RecordedCase[]
}

const status = z.number().int()
/** By kind, so that none is forgotten: a course that is not read here is one that no report of it can be sent again. */
const courses: { readonly [Kind in Course['kind']]: z.ZodType<Course & { readonly kind: Kind }> } = {
  'at-once': z.object({ kind: z.literal('at-once'), times: z.number().int().min(1).max(64) }),
  'after-refusal': z.object({ kind: z.literal('after-refusal'), without: z.string() }),
  'after-earlier': z.object({
    kind: z.literal('after-earlier'),
    other: z.array(z.object({ at: z.string(), value: z.json() })),
    between: z.boolean(),
    inOtherCase: z.string().exactOptional(),
  }),
}
const recipe = z.object({
  operation: z.string(),
  runId: z.string().regex(/^[a-z0-9]{3,16}$/),
  sentAt: z.string(),
  way: z.string(),
  expectation: z.union([
    z.object({ outcome: z.literal('refused'), status: z.array(status) }),
    z.object({ outcome: z.enum(['accepted', 'either', 'probe', 'any']) }),
  ]),
  rule: z.string().exactOptional(),
  hygiene: z.string().exactOptional(),
  course: z.union(Object.values(courses)).exactOptional(),
  learned: z.literal(true).exactOptional(),
  body: z.string(),
  bodyEncoding: z.literal('gzip').exactOptional(),
  contentType: z.string().nullable().exactOptional(),
  fault: z.enum(authenticationFaults).exactOptional(),
  repeated: z.literal(true).exactOptional(),
})
const response = z.object({
  status,
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  bodyBytes: z.number().exactOptional(),
})
const finding = z.object({ case: z.string(), replay: recipe.exactOptional(), response: response.exactOptional() })
const report = z.object({
  version: z.literal(1),
  provider: z.string(),
  target: z.string(),
  rules: z.array(z.object({ id: z.string(), findings: z.array(finding) })),
})
const line = z.discriminatedUnion('type', [
  z.object({ type: z.literal('started'), provider: z.string(), target: z.string() }),
  z.object({
    type: z.literal('case-finished'),
    case: z.string(),
    broken: z.array(z.string()),
    replay: recipe.exactOptional(),
    exchanges: z.array(z.object({ response: response.exactOptional() })),
  }),
])

/**
 * Reads a JSON report, whose findings can be sent again, or an event log (NDJSON), of which every case can.
 * @throws UsageError where the file is neither, or holds nothing that can be sent again.
 */
export function readRecorded(file: string, folder: string): readonly Recorded[] {
  const text = textOf(resolve(folder, file), file)
  const whole = jsonOf(text)
  const asReport = whole === undefined ? undefined : report.safeParse(whole)
  const recorded = asReport?.success ? [ofReport(asReport.data)] : ofLog(text, file)
  if (recorded.every(({ cases }) => cases.length === 0))
    throw new UsageError(
      `${file} holds no case that can be sent again: a report has its findings, an event log (--report ndjson=FILE) every case.`,
    )
  return recorded
}

/** The recorded cases with an id, or of a rule. @throws UsageError with the nearest id where there is none. */
export function chosenCases(recorded: readonly Recorded[], id: string | undefined, file: string): readonly Recorded[] {
  if (id === undefined) return recorded
  const chosen = recorded.map((one) => ({ ...one, cases: one.cases.filter((known) => known.case === id) }))
  if (chosen.some(({ cases }) => cases.length > 0)) return chosen.filter(({ cases }) => cases.length > 0)
  const ids = [...new Set(recorded.flatMap(({ cases }) => cases.map((known) => known.case)))]
  const near = nearestName(id, ids)
  throw new UsageError(
    `${file} has no case "${id}". ${near === undefined ? `It has ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' …' : ''}.` : `Did you mean "${near}"?`}`,
  )
}

function ofReport({ provider, target, rules }: z.infer<typeof report>): Recorded {
  const byCase = new Map<string, RecordedCase>()
  for (const { id, findings } of rules) {
    for (const one of findings) {
      if (one.replay === undefined) continue
      const known = byCase.get(one.case)
      const broken = [...(known?.broken ?? []), id]
      byCase.set(one.case, { case: one.case, broken, replay: one.replay, ...answerOf(one.response) })
    }
  }
  return { provider, target, cases: [...byCase.values()] }
}

function ofLog(text: string, file: string): readonly Recorded[] {
  const recorded: { provider: string; target: string; cases: RecordedCase[] }[] = []
  for (const [index, one] of text.split('\n').entries()) {
    if (one.trim() === '') continue
    const event = jsonOf(one)
    if (event === undefined || event === null || typeof event !== 'object' || !('type' in event)) {
      // The last line of a log that was cut off in the middle is no fault of the others.
      if (index > 0 && index === text.split('\n').length - 1) break
      throw new UsageError(`${file}:${index + 1} is neither a JSON report of version 1 nor a line of an event log.`)
    }
    const read = line.safeParse(event)
    if (!read.success) continue
    if (read.data.type === 'started')
      recorded.push({ provider: read.data.provider, target: read.data.target, cases: [] })
    else if (read.data.replay !== undefined) {
      const { case: id, broken, replay, exchanges } = read.data
      recorded.at(-1)?.cases.push({ case: id, broken, replay, ...answerOf(exchanges.at(-1)?.response) })
    }
  }
  return recorded
}

function answerOf(kept: z.infer<typeof response> | undefined): Pick<RecordedCase, 'answer'> {
  if (kept === undefined) return {}
  const contentType = kept.headers['content-type']
  const cut = kept.bodyBytes !== undefined || /… \(\d+ bytes\)$/.test(kept.body)
  return {
    answer: { status: kept.status, body: kept.body, cut, ...(contentType === undefined ? {} : { contentType }) },
  }
}

function textOf(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: give a JSON report or an event log (NDJSON).`, { cause: error })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON: whoever asks says what else it may be.
    return undefined
  }
}
