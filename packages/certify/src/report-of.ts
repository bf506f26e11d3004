import type { CertifyEvent } from './certify-event.ts'
import type { Report } from './report/report.ts'

/**
 * Runs a certification to its end and gives its report.
 * @throws Error when the stream ends without one.
 */
export async function reportOf(events: AsyncIterable<CertifyEvent> | Iterable<CertifyEvent>): Promise<Report> {
  let report: Report | undefined
  for await (const event of events) if (event.type === 'finished') report = event.report
  if (report === undefined) throw new Error('The certification ended without a report.')
  return report
}
