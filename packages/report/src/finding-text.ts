import type { Finding, RuleReport } from '@assay/certify'

/** A finding in lines of plain text: for formats that have a place for a text and no more. */
export function findingText({ says, evidence, strength }: RuleReport, finding: Finding): string {
  const { expected, observed, request, response, blame, curl } = finding
  const places = (finding.evidence.length > 0 ? finding.evidence : evidence).map(({ page, at }) => `${page}, ${at}`)
  return [
    finding.says,
    `Rule: ${says}`,
    ...(places.length === 0 ? [] : [`Stands: ${places.join('; ')} (${strength})`]),
    `Request: ${request.method} ${request.url} ${request.body}`,
    `Expected: ${expected.status === undefined ? '' : `${expected.status.join(' or ')}: `}${expected.says}`,
    `Observed: ${observed.says}`,
    ...(response === undefined ? [] : [`Answer: ${response.status} ${response.body}`]),
    `Blame: ${blame}`,
    ...(curl === undefined ? [] : [`Again: ${curl}`]),
  ].join('\n')
}
