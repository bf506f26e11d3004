import { badge } from './badge.ts'
import { ctrf } from './ctrf.ts'
import { github } from './github.ts'
import { har } from './har.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { ndjson } from './ndjson.ts'
import type { ReportFormat } from './reporter.ts'
import { sarif } from './sarif.ts'
import { terminal } from './terminal.ts'

/** Every format, by the name it has on the command line. A new one is a file and a line here. */
export const reportFormats: readonly ReportFormat[] = [
  terminal,
  json,
  html,
  junit,
  ctrf,
  sarif,
  har,
  ndjson,
  github,
  badge,
]
