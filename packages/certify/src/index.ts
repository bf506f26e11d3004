export type { Case, Course, DroppedCase, Expectation } from './case.ts'
export { certify } from './certify.ts'
export { CertifyError } from './certify-error.ts'
export type { CaseFinishedEvent, CertifyEvent, StartedEvent } from './certify-event.ts'
export type { CertifyOptions } from './certify-options.ts'
export { doctor } from './doctor/doctor.ts'
export type { DoctorStep, DoctorStepName } from './doctor/doctor-step.ts'
export { type Mistake, type MistakeId, mistakes } from './doctor/mistakes.ts'
export { type Ending, exitCodeOf } from './exit-code-of.ts'
export { type FindingContext, findingOf } from './finding/finding-of.ts'
export { type Redactor, redactor } from './finding/redactor.ts'
export { signaturesOf } from './finding/signatures-of.ts'
export { type HygieneRule, hygieneRules } from './judge/hygiene-rules.ts'
export type { Problem } from './judge/problem.ts'
export type { Level } from './level.ts'
export { newRunId } from './new-run-id.ts'
export { type Phase, phases } from './phase.ts'
export { type DocumentedCase, type DocumentedOptions, documentedCases } from './plan/documented-cases.ts'
export { type Plan, planOf } from './plan/plan-of.ts'
export type { Shard } from './plan/shard.ts'
export { withFreshReferences } from './plan/with-fresh-references.ts'
export type { RecordedExchange, RecordedRequest, RecordedResponse } from './recorded-exchange.ts'
export type { RecordedCase, Replayed } from './replay/recorded-case.ts'
export { replay } from './replay/replay.ts'
export type { ReplayRecipe } from './replay/replay-recipe.ts'
export { mergeReports } from './report/merge-reports.ts'
export type {
  Blame,
  Created,
  DocumentedOperation,
  Documents,
  ExpectedFailure,
  Finding,
  FindingExpectation,
  FindingObservation,
  FindingRequest,
  FindingResponse,
  Note,
  Report,
  ReportEvidence,
  RuleReport,
  Summary,
  Timings,
  Verdict,
} from './report/report.ts'
export { emptyTally, type RuleTally, ruleReport, ruleTallies } from './report/rule-tally.ts'
export { isUnaltered } from './report/sealed-report.ts'
export { verdictOf } from './report/verdict-of.ts'
export { reportOf } from './report-of.ts'
export { type Diagnosis, diagnose } from './run/doctor.ts'
export type { Send, Sender } from './run/send.ts'
export { openSender } from './run/sender.ts'
export { type Target, targetOf } from './target.ts'
export { networkTransport } from './transport/network-transport.ts'
export { proxyFor } from './transport/proxy-for.ts'
