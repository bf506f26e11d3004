import type { ReportFormat } from './reporter.ts'

/** Every event as a line of JSON, as it happens, with the provider of its run: a log that can be read while the run goes on, and after it was killed. */
export const ndjson: ReportFormat = {
  name: 'ndjson',
  alone: false,
  reporter({ write }) {
    let provider: string | undefined
    return {
      on(event) {
        if (event.type === 'started') provider = event.provider
        if (event.type === 'finished') provider = event.report.provider
        write(`${JSON.stringify({ ...(provider === undefined ? {} : { provider }), ...event })}\n`)
      },
      end() {},
    }
  },
}
