export { checkExitCode } from './check/check-exit-code.ts'
export {
  type Checked,
  type CheckOptions,
  type CheckResult,
  checkProvider,
  type ReportedChange,
} from './check/check-provider.ts'
export type { Change, ChangeAction, ChangeDirection, ChangeLevel, ChangeSubject } from './drift/change.ts'
export { isWording } from './drift/change.ts'
export { compareDocuments } from './drift/compare-documents.ts'
export { compareReadings, type LocatedPage, type ReadPage } from './drift/compare-readings.ts'
export { type DriftOutcome, type DriftReportFormat, driftReportFormats } from './drift-report/drift-report.ts'
export { InitError } from './init/init-error.ts'
export { type InitOptions, initProvider, type NewProvider } from './init/init-provider.ts'
export type { OriginText } from './init/read-origins.ts'
export { type FingerprintParts, fingerprintParts } from './pages/fingerprint-parts.ts'
export { formatSources } from './pages/format-sources.ts'
export { PageError } from './pages/page-error.ts'
export { type PageFormat, pageFormats } from './pages/page-format.ts'
export type { PagePlace, PageProblem, PageReading } from './pages/page-reading.ts'
export type { PageSource } from './pages/page-source.ts'
export { readPage } from './pages/read-page.ts'
export { sourcesOf } from './pages/sources-of.ts'
export { type FoundOperation, operationsOf } from './structure/operations-of.ts'
export { placesOf } from './structure/places-of.ts'
export { resolve as resolveReference } from './structure/resolve.ts'
export { type SplitProse, splitProse } from './structure/split-prose.ts'
export { type StructuralDifference, structuralDifferences } from './structure/structural-differences.ts'
export { type ClientLevel, planUpdate, type UpdatePlan } from './update/plan-update.ts'
export { UpdateError } from './update/update-error.ts'
export { type Updated, type UpdateOptions, updateProvider } from './update/update-provider.ts'
export { recoverFiles } from './update/write-together.ts'
