export { json } from './json.ts'
export { reportFormats } from './report-formats.ts'
export type { Output, Reporter, ReportFormat } from './reporter.ts'
export { terminal } from './terminal.ts'
