import type { Inspection } from '../inspect-animal.ts'
import type { Fault } from './entry.ts'

const told = ({ verdict, failed }: Inspection) =>
  `${verdict}; ${[...failed].map(([rule, says]) => `${rule}: ${says}`).join('\n') || 'no rule failed'}`

/** Whether a fault was caught: findings, and one of its rules among them. */
export function isCaught({ named }: Fault, { verdict, failed }: Inspection): boolean {
  return verdict === 'findings' && named.some((rule) => failed.has(rule))
}

/** What is wrong with a fault's entry after a certification, if anything is. */
export function faultComplaint(fault: Fault, inspection: Inspection): string | undefined {
  if (inspection.differing === 0) return 'It answers as the right provider does: the entry shows nothing.'
  const caught = isCaught(fault, inspection)
  if (fault.known) return caught ? 'It is caught now: remove the exception.' : undefined
  return caught ? undefined : `It is not caught: ${told(inspection)}`
}

/** What is wrong with a variant's entry after a certification, if anything is. */
export function variantComplaint(inspection: Inspection): string | undefined {
  if (inspection.differing === 0) return 'It answers as the plain provider does: the entry shows nothing.'
  return inspection.verdict === 'conforms' ? undefined : `False alarm: ${told(inspection)}`
}
