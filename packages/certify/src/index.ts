export type { Case, DroppedCase, Expectation } from './case.ts'
export { certify } from './certify.ts'
export { CertifyError } from './certify-error.ts'
export type { CaseFinishedEvent, CertifyEvent, StartedEvent } from './certify-event.ts'
export type { CertifyOptions } from './certify-options.ts'
export { doctor } from './doctor/doctor.ts'
export type { DoctorStep, DoctorStepName } from './doctor/doctor-step.ts'
export { type Mistake, type MistakeId, mistakes } from './doctor/mistakes.ts'
export { type Ending, exitCodeOf } from './exit-code-of.ts'
export { type Redactor, redactor } from './finding/redactor.ts'
export { type HygieneRule, hygieneRules } from './judge/hygiene-rules.ts'
export type { Level } from './level.ts'
export { type Phase, phases } from './phase.ts'
export { type Plan, planOf } from './plan/plan-of.ts'
export type { Shard } from './plan/shard.ts'
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
export { isUnaltered } from './report/sealed-report.ts'
export { reportOf } from './report-of.ts'
export { type Target, targetOf } from './target.ts'
export { proxyFor } from './transport/proxy-for.ts'
