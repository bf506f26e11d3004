import type { Case } from '../case.ts'
import { courseProblem } from '../judge/course-problem.ts'
import { judgeCase } from '../judge/judge-case.ts'
import { judgeHygiene } from '../judge/judge-hygiene.ts'
import type { Problem } from '../judge/problem.ts'
import type { Performed } from './performed.ts'
import { accountFor, type RunContext } from './run-context.ts'
import { takenKey } from './run-state.ts'

/** What the answer of a performed case breaks, each rule once; nothing where it got none. */
export function judgePerformed(context: RunContext, one: Case, performed: Performed): readonly Problem[] {
  const { judged, sends, setAside } = performed
  if (judged.kind !== 'answered') return []
  const sent = { ...judged, exchange: { ...judged.exchange, earlier: context.state.earlier } }
  const answered = one.course === undefined ? [sent] : sends.filter((send) => send.kind === 'answered')
  const hygiene = answered.flatMap((send) => judgeHygiene(one, send, context.findings.redactor))
  // A case that is set aside though it was answered shows nothing of its rule.
  const known = context.options.accountKnown ?? false
  const ofCourse = courseProblem(one, performed)
  const documented =
    setAside !== undefined
      ? []
      : ofCourse
        ? [ofCourse]
        : judgeCase(one, sent, accountFor(context, one), known, (at, value) =>
            context.state.taken.has(takenKey(at, value)),
          )
  return [...new Map([...hygiene, ...documented].map((problem) => [problem.rule, problem])).values()]
}
