import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Report } from '@assay/certify'
import { z } from 'zod'
import { UsageError } from './usage-error.ts'

/** The members of a report that commands rely on; every other one is kept as it is. */
const shape = z.looseObject({
  version: z.literal(1),
  provider: z.string(),
  target: z.string(),
  seed: z.number(),
  runId: z.string(),
  level: z.string(),
  contract: z.looseObject({ sha256: z.string() }),
  verdict: z.enum(['conforms', 'findings', 'inconclusive']),
  complete: z.boolean(),
  startedAt: z.string(),
  durationMs: z.number(),
  requests: z.number(),
  summary: z.looseObject({ cases: z.number(), dropped: z.number() }),
  rules: z.array(
    z.looseObject({
      id: z.string(),
      verdict: z.enum(['pass', 'fail', 'not-tested']),
      cases: z.number(),
      failed: z.number(),
      findings: z.array(z.looseObject({ case: z.string() })),
    }),
  ),
  shard: z.strictObject({ index: z.number(), count: z.number() }).exactOptional(),
  notes: z.array(z.looseObject({ says: z.string() })),
  created: z.array(z.looseObject({ case: z.string() })),
})

/** A report, and the text that it was read from. */
export interface ReadReport {
  readonly report: Report
  readonly text: string
}

/**
 * Reads a JSON report of version 1.
 * @throws UsageError where the file cannot be read or is none
 */
export function readReport(file: string, folder: string): ReadReport {
  let text: string
  try {
    text = readFileSync(resolve(folder, file), 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: give a report that --report json=FILE wrote.`, { cause: error })
  }
  const checked = shape.safeParse(jsonOf(text, file))
  if (checked.success) return { report: checked.data as unknown as Report, text }
  const [issue] = checked.error.issues
  const place = issue === undefined || issue.path.length === 0 ? '' : ` (at /${issue.path.map(String).join('/')})`
  throw new UsageError(`${file} is no JSON report of version 1${place}: give one that --report json=FILE wrote.`)
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${file} is no JSON: give a report that --report json=FILE wrote.`, { cause: error })
  }
}
