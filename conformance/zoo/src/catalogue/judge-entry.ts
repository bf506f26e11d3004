import type { Inspection } from '../inspect-animal.ts'
import type { Fault } from './entry.ts'

const told = ({ verdict, failed }: Inspection) =>
  `${verdict}; ${[...failed].map(([rule, says]) => `${rule}: ${says}`).join('\n') || 'no rule failed'}`

/** Whether a fault was caught: findings, and one of its rules among them. */
export function isCaught({ named }: Fault, { verdict, failed }: Inspection): boolean {
  return verdict === 'findings' && named.some((rule) => failed.has(rule))
}

/** What is wrong with a fault's entry after certifications with one seed or several, if anything is. */
export function faultComplaint(fault: Fault, inspections: readonly Inspection[]): string | undefined {
  const complaint = nothingShown(inspections, fault.known !== undefined)
  if (complaint) return complaint
  const missed = inspections.filter((inspection) => !isCaught(fault, inspection))
  if (fault.known) return missed.length === 0 ? 'It is caught now: remove the exception.' : undefined
  return missed.length === 0 ? undefined : `It is not caught: ${missed.map(told).join('\n')}`
}

/** What is wrong with a variant's entry after certifications with one seed or several, if anything is. */
export function variantComplaint(inspections: readonly Inspection[]): string | undefined {
  const blamed = inspections.filter(({ verdict }) => verdict !== 'conforms')
  return blamed.length === 0 ? nothingShown(inspections, false) : `False alarm: ${blamed.map(told).join('\n')}`
}

/** An entry is worth nothing where its provider does not know a trait, or answers like the plain provider; of an exception this may be the reason. */
function nothingShown(inspections: readonly Inspection[], exception: boolean): string | undefined {
  const unknown = inspections.flatMap((inspection) => inspection.unknown)
  if (unknown.length > 0) return `Its provider does not know ${unknown[0]}.`
  if (exception || inspections.some(({ differing }) => differing > 0)) return undefined
  return 'It answers as the plain provider does: the entry shows nothing.'
}
