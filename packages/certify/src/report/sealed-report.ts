import { canonicalHash, isJsonObject, parseJson } from '@assay/contract'
import type { Report, ReportEvidence } from './report.ts'

/**
 * The report with a digest over itself: SHA-256 (hex) of its canonical JSON (no white space, members in the order of their names) without the digest. It shows
 * that a report was changed by accident or in passing; who changes it on purpose can make another.
 */
export function sealReport(report: Report): Report {
  const { digest: _, ...evidence } = report.evidence ?? noEvidence
  const unsealed = { ...report, evidence }
  return { ...report, evidence: { ...evidence, digest: canonicalHash(parseJson(JSON.stringify(unsealed))) } }
}

const noEvidence: ReportEvidence = { versions: {} }

/** Whether the text of a JSON report is as it was written; undefined where it has no digest. @throws SyntaxError where it is no JSON */
export function isUnaltered(text: string): boolean | undefined {
  const report = parseJson(text)
  const evidence = isJsonObject(report) ? report.evidence : undefined
  if (!isJsonObject(report) || !isJsonObject(evidence) || typeof evidence.digest !== 'string') return undefined
  const { digest, ...rest } = evidence
  return canonicalHash({ ...report, evidence: rest }) === digest
}
