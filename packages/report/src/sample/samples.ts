import type { Report } from '@assay/certify'
import { finding } from './finding.ts'
import { report } from './report.ts'
import { rule } from './rule.ts'

/** Reports of every sort of run. */
export function samples(): { readonly [name in (typeof names)[number]]: Report } {
  return {
    'a run that conforms': report({ rules: [rule('amount.required')] }),
    'a run with findings': report({
      verdict: 'findings',
      rules: [
        rule('amount.required'),
        rule('note.max-length', {
          kind: 'maxLength',
          at: '/note',
          parameters: { value: 20 },
          verdict: 'fail',
          failed: 2,
          findings: [finding()],
        }),
        rule('late', {
          verdict: 'fail',
          failed: 1,
          expected: true,
          findings: [{ ...finding(), case: 'refuses/late/1' }],
        }),
        rule('unseen', { verdict: 'not-tested', cases: 0, reason: 'No answer showed it.' }),
      ],
      expectedFailures: [
        { rule: 'late', outcome: 'failed' },
        { rule: 'gone', outcome: 'unknown' },
      ],
    }),
    'a run without rules': report({ rules: [] }),
    'an inconclusive run': report({ verdict: 'inconclusive', reason: 'The target could not be reached.', requests: 0 }),
    'an interrupted run': report({ verdict: 'inconclusive', complete: false, reason: 'The run was interrupted.' }),
  }
}

const names = [
  'a run that conforms',
  'a run with findings',
  'a run without rules',
  'an inconclusive run',
  'an interrupted run',
] as const
