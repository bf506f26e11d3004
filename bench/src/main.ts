import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { readFlags } from './flags.ts'
import type { Measure, Row } from './measure.ts'
import { breakingPayloads } from './measures/breaking-payloads.ts'
import { certifyProcess } from './measures/certify-process.ts'
import { certifyRate } from './measures/certify-rate.ts'
import { edgeLimits } from './measures/edge-limits.ts'
import { hostileRequests } from './measures/hostile-requests.ts'
import { certifyMemory, mockMemory } from './measures/memory.ts'
import { mockShare } from './measures/mock-share.ts'
import { mockStart } from './measures/mock-start.ts'
import { payloadRate } from './measures/payload-rate.ts'
import { prismShare } from './measures/prism-share.ts'
import { readDocuments } from './measures/read-documents.ts'
import { shrunkFindings } from './measures/shrunk-findings.ts'
import { tableOf } from './table.ts'

const measures: readonly Measure[] = [
  mockShare,
  prismShare,
  mockStart,
  payloadRate,
  edgeLimits,
  breakingPayloads,
  shrunkFindings,
  certifyProcess,
  certifyRate,
  readDocuments,
  hostileRequests,
  mockMemory,
  certifyMemory,
]

const { effort, only, write } = readFlags(process.argv.slice(2))
const rows: Row[] = []
for (const measure of measures) {
  if (only !== undefined && !measure.ids.some((id) => only.includes(id))) continue
  process.stderr.write(`Measuring ${measure.ids.join(', ')} …\n`)
  const made = await measure.run(effort)
  for (const { what, value, verdict = '' } of made) process.stderr.write(`  ${what}: ${value} ${verdict}\n`)
  rows.push(...made)
}
const order = (row: Row): number =>
  row.id === undefined ? -1 : Number(row.id.slice(1)) + (row.id.startsWith('R') ? 100 : 0)
// A line to compare with stays below the one it is compared with.
let last = 0
const ordered = rows
  .map((row) => {
    last = row.id === undefined ? last + 0.1 : order(row)
    return { row, at: last }
  })
  .sort((one, other) => one.at - other.at)
  .map(({ row }) => row)
const cores = availableParallelism()
const machine = `${cores} cores, Node ${process.versions.node.split('.')[0]}`
const load = loadavg()[0] ?? 0
// Processor time stands a busy machine, other times do not, and shares of requests a second hardly.
const busy =
  load > 1.5 * cores
    ? `Other work shared the machine (load ${load.toFixed(0)} on ${cores} cores): times are longer than alone, and shares of requests a second uncertain; those by processor time count.\n`
    : ''
const table = `${tableOf(ordered)}\n${busy === '' ? '' : `\n${busy}`}`
process.stdout.write(table)
if (write) {
  writeFileSync(
    join(import.meta.dirname, '../RESULTS.md'),
    `# What was measured

Written by \`pnpm run bench\` on ${machine}. Shares are medians of ratios: reference and ours took turns, ${effort.rounds} rounds of ${effort.seconds} s each. Milliseconds and seconds are that
machine's. A line without a target is there to compare with.

${table}`,
  )
}
