import type { CertifyEvent } from '@assay/certify'
import type { ReportFormat } from '../reporter.ts'

/** All that a format writes of some events. */
export function written(format: ReportFormat, events: readonly CertifyEvent[]): string {
  let text = ''
  const reporter = format.reporter({
    write: (more) => {
      text += more
    },
    summarise: (more) => {
      text += more
    },
  })
  for (const event of events) reporter.on(event)
  reporter.end()
  return text
}
