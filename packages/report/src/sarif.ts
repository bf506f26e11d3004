import { createHash } from 'node:crypto'
import type { Finding, Report, RuleReport } from '@assay/certify'
import type { Log, Result, Run as SarifRun } from 'sarif'
import { findingText } from './finding-text.ts'
import type { ReportFormat } from './reporter.ts'
import { specsFile } from './specs-file.ts'
import { tool } from './tool.ts'
import { whenEnded } from './when-ended.ts'

/** SARIF 2.1.0: a run a provider, a result a finding, placed in the provider's document. */
export const sarif: ReportFormat = {
  name: 'sarif',
  alone: false,
  reporter: (output) =>
    whenEnded(output, (runs) => `${JSON.stringify(sarifOf(runs.map(({ report }) => report)), null, 2)}\n`),
}

function sarifOf(reports: readonly Report[]): Log {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: reports.map(runOf),
  }
}

function runOf(report: Report): SarifRun {
  const { provider, verdict, complete, reason, target, seed, startedAt, durationMs, contract } = report
  const failed = report.rules.filter((rule) => rule.verdict === 'fail')
  return {
    tool: {
      driver: {
        ...tool,
        rules: failed.map((rule) => ({
          id: rule.id,
          name: rule.id,
          shortDescription: { text: rule.says },
          fullDescription: { text: rule.says },
          help: { text: helpOf(rule) },
          defaultConfiguration: { level: rule.expected ? 'note' : 'error' },
          properties: { tags: [rule.strength, ...(rule.kind === undefined ? [] : [rule.kind])] },
        })),
      },
    },
    automationDetails: { id: `assay/${provider}/` },
    invocations: [
      {
        executionSuccessful: complete && verdict !== 'inconclusive',
        startTimeUtc: startedAt,
        endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
        ...(reason === undefined
          ? {}
          : { toolExecutionNotifications: [{ level: 'error' as const, message: { text: reason } }] }),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: failed.flatMap((rule, index) => rule.findings.map((finding) => resultOf(report, rule, index, finding))),
    properties: { target, seed, verdict, complete, contract: contract.sha256 },
  }
}

function helpOf({ evidence, strength, reading }: RuleReport): string {
  const places = evidence.map(({ page, at }) => `${page}, ${at}`).join('; ')
  return `${places === '' ? 'Owed by every provider.' : `Stands at ${places} (${strength}).`}${reading === undefined ? '' : ` Reading: ${reading}`}`
}

function resultOf({ provider }: Report, rule: RuleReport, ruleIndex: number, finding: Finding): Result {
  const places = rule.evidence.length > 0 ? rule.evidence : finding.evidence
  return {
    ruleId: rule.id,
    ruleIndex,
    kind: 'fail',
    level: rule.expected ? 'note' : 'error',
    message: { text: findingText(rule, finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: specsFile(provider) }, region: { startLine: 1 } },
        ...(places.length === 0
          ? {}
          : { logicalLocations: places.map(({ page, at }) => ({ name: at, fullyQualifiedName: `${page}/${at}` })) }),
      },
    ],
    // The same from run to run, so that a finding is known again: neither reference nor time is in it.
    partialFingerprints: {
      'assay/v1': createHash('sha256')
        .update(
          JSON.stringify([
            provider,
            rule.id,
            finding.case,
            finding.expected.outcome,
            finding.observed.status ?? finding.observed.fault ?? null,
          ]),
        )
        .digest('hex'),
    },
    properties: {
      case: finding.case,
      blame: finding.blame,
      ...(finding.curl === undefined ? {} : { curl: finding.curl }),
    },
  }
}
