import type { CorrectionState } from './correction-states.ts'

/** A correction, as a report names it. */
export interface CorrectionName {
  /** The action's number in the overlay, counted from 1. */
  readonly action: number
  /** The defect it mends, where it names one. */
  readonly defect?: string
  readonly says: string
  readonly target: string
  /** File of the provider's folder. */
  readonly file: string
  readonly line: number
}

/** Names a correction. */
export function nameCorrection({ action, number, line }: CorrectionState, file: string): CorrectionName {
  const says = action.description ?? `Changes ${action.target}.`
  return {
    action: number,
    ...(action.defect === undefined ? {} : { defect: action.defect }),
    says,
    target: action.target,
    file,
    line,
  }
}
