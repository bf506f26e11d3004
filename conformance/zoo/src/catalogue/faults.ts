import { answerFaults } from './answer-faults.ts'
import type { Fault } from './entry.ts'
import { requestFaults } from './request-faults.ts'
import { signatureFaults } from './signature-faults.ts'
import { stateFaults } from './state-faults.ts'
import { transportFaults } from './transport-faults.ts'

/** The faults of the zoo, by what they spoil. */
export const faults: { readonly [kind: string]: readonly Fault[] } = {
  signatures: signatureFaults,
  requests: requestFaults,
  state: stateFaults,
  answers: answerFaults,
  transport: transportFaults,
}
