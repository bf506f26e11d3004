import { page } from './html/page.ts'
import type { ReportFormat } from './reporter.ts'
import { whenEnded } from './when-ended.ts'

/** One page of HTML that needs nothing beside itself: for people, on a screen or on paper. Several providers share it. */
export const html: ReportFormat = {
  name: 'html',
  alone: false,
  reporter: (output) => whenEnded(output, page),
}
