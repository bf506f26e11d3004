import type { MistakeId } from './mistakes.ts'

/** What the doctor looks at, in this order. */
export type DoctorStepName =
  | 'pins'
  | 'currencies'
  | 'name'
  | 'connection'
  | 'certificate'
  | 'base-path'
  | 'clock'
  | 'key'
  | 'signature'

/** What the doctor found at one step. */
export interface DoctorStep {
  readonly step: DoctorStepName
  /** `fault`: nothing can be certified so; `doubt`: worth a look; `skipped`: it could not be looked at. */
  readonly outcome: 'ok' | 'fault' | 'doubt' | 'skipped'
  /** One sentence. */
  readonly says: string
  /** What to do, in a sentence or two. */
  readonly advice?: string
  /** The mistake that it is. */
  readonly mistake?: MistakeId
  /** Mistakes that it may be and that cannot be told apart, the likeliest first. */
  readonly causes?: readonly MistakeId[]
}
