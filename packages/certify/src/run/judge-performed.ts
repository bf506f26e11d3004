import type { Case } from '../case.ts'
import { judgeCase } from '../judge/judge-case.ts'
import { judgeHygiene } from '../judge/judge-hygiene.ts'
import type { Problem } from '../judge/problem.ts'
import type { Performed } from './perform-case.ts'
import { accountFor, type RunContext } from './run-context.ts'

/** What the answer of a performed case breaks, each rule once; nothing where it got none. */
export function judgePerformed(context: RunContext, one: Case, { judged, setAside }: Performed): readonly Problem[] {
  if (judged.kind !== 'answered') return []
  const sent = { ...judged, exchange: { ...judged.exchange, earlier: context.state.earlier } }
  const hygiene = judgeHygiene(one, sent, context.findings.redactor)
  // A case that is set aside though it was answered shows nothing of its rule.
  const documented =
    setAside === undefined ? judgeCase(one, sent, accountFor(context, one), context.options.accountKnown ?? false) : []
  return [...new Map([...hygiene, ...documented].map((problem) => [problem.rule, problem])).values()]
}
