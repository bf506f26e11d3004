import type { Report } from '@assay/certify'

/** What a provider that means harm would answer: the ends of scripts, elements, attributes, strings, lines and commands. */
export const HOSTILE = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>]]>&amp;<!-- \u001b[2J\u0007\u0000 \ud800 \u202e\u2028 \r\n::error::x\r\n| % \`\`\` \\`

/** The same report of a provider that answers in the worst way, and documents so. */
export function hostile(one: Report): Report {
  return {
    ...one,
    rules: one.rules.map((each) => ({
      ...each,
      says: HOSTILE,
      reading: HOSTILE,
      evidence: [{ page: HOSTILE, at: HOSTILE }],
      findings: each.findings.map((found) => ({
        ...found,
        says: HOSTILE,
        observed: { ...found.observed, says: HOSTILE },
        request: { ...found.request, headers: { [HOSTILE]: HOSTILE }, body: HOSTILE },
        response: { status: 200, headers: { 'content-type': HOSTILE, location: HOSTILE }, body: HOSTILE },
        nearest: { body: HOSTILE, differs: [{ at: HOSTILE, accepted: HOSTILE, sent: HOSTILE }] },
        curl: HOSTILE,
      })),
      ...(each.reason === undefined ? {} : { reason: HOSTILE }),
    })),
    notes: [{ says: HOSTILE }],
    created: [{ case: HOSTILE, reference: HOSTILE, id: HOSTILE }],
    documents: {
      title: HOSTILE,
      pages: [{ id: HOSTILE, title: HOSTILE, url: 'javascript:alert(1)' }],
      operations: [
        {
          id: HOSTILE,
          method: HOSTILE,
          path: HOSTILE,
          roles: [{ role: 'reference', at: `/${HOSTILE}` }],
          fields: [HOSTILE],
          answers: [{ status: '422', examples: [HOSTILE] }],
        },
      ],
      corrections: [{ defect: HOSTILE, says: HOSTILE, strength: 'documented', evidence: [] }],
    },
  }
}
