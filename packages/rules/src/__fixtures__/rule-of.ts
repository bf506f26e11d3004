import type { Rule } from '@assay/contract'

/** A rule of the made-up provider. */
export function ruleOf(
  id: string,
  kind: string,
  at: string,
  parameters: Rule['parameters'] = {},
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    kind,
    side: 'request',
    at,
    says: id,
    strength: 'documented',
    outcome: 'must-refuse',
    evidence: [],
    parameters,
    ...more,
  }
}

/** An answer rule of the made-up provider. */
export function answerRuleOf(
  id: string,
  kind: string,
  at: string,
  parameters: Rule['parameters'] = {},
  more: Partial<Rule> = {},
): Rule {
  return ruleOf(id, kind, at, parameters, { side: 'answer', outcome: 'must-hold', ...more })
}
