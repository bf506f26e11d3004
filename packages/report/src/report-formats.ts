import { json } from './json.ts'
import type { ReportFormat } from './reporter.ts'
import { terminal } from './terminal.ts'

/** Every format, by the name it has on the command line. A new one is a file and a line here. */
export const reportFormats: readonly ReportFormat[] = [terminal, json]
