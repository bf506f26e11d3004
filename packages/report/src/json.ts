import type { ReportFormat } from './reporter.ts'

/** The report as JSON, version 1, when the run has ended: two spaces, a line feed at the end, the same bytes for the same report. */
export const json: ReportFormat = {
  name: 'json',
  alone: true,
  reporter: ({ write }) => ({
    on(event) {
      if (event.type === 'finished') write(`${JSON.stringify(event.report, null, 2)}\n`)
    },
    end() {},
  }),
}
