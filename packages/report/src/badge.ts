import type { Report } from '@assay/certify'
import type { ReportFormat } from './reporter.ts'

/** The JSON that shields.io's endpoint badge reads: the verdict, and how many rules pass. */
export const badge: ReportFormat = {
  name: 'badge',
  alone: true,
  reporter: ({ write }) => ({
    on(event) {
      if (event.type === 'finished') write(`${JSON.stringify(badgeOf(event.report), null, 2)}\n`)
    },
    end() {},
  }),
}

const colours = { conforms: 'brightgreen', findings: 'red', inconclusive: 'lightgrey' } as const

function badgeOf({ provider, verdict, complete, summary, rules }: Report): object {
  const failed = rules.filter((rule) => rule.verdict === 'fail' && !rule.expected).length
  const tested = summary.pass + summary.fail
  const message =
    verdict === 'findings' && failed > 0
      ? `${failed} of ${tested} rules fail`
      : verdict === 'conforms'
        ? `conforms · ${summary.pass} of ${summary.rules} rules`
        : verdict === 'findings'
          ? 'stale expectations'
          : complete
            ? 'inconclusive'
            : 'interrupted'
  return {
    schemaVersion: 1,
    label: `assay ${provider}`,
    message,
    color: colours[verdict],
    isError: verdict === 'findings',
  }
}
