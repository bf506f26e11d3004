import type { Contract, Contradiction, Correction, Evidence } from '@assay/contract'
import { wrapText } from './wrap-text.ts'

/** What is wrong with a provider's documents: examples that their own schema refuses, and what the contract reads otherwise than written. */
export function listDefects({ provider, contradictions, corrections, pages }: Contract, width: number): string {
  const read = pages.map(({ title, url }) => `  ${title}${url === undefined ? '' : ` (${url})`}\n`).join('')
  const defects = grouped(corrections)
  return [
    `${provider}: ${plural(contradictions.length, 'contradicted example')}, ${plural(defects.length, 'correction')}\n${read}`,
    ...(contradictions.length === 0
      ? []
      : [
          `Examples that the documents' own schema refuses\n${contradictions.map((one) => contradictionText(one, width)).join('')}`,
        ]),
    ...(defects.length === 0
      ? []
      : [`Read otherwise than written\n${defects.map((one) => correctionText(one, width)).join('')}`]),
  ].join('\n')
}

/** Several actions that carry out one reading are one defect. */
function grouped(corrections: readonly Correction[]): readonly Correction[] {
  const groups = new Map<string, Correction>()
  for (const correction of corrections) {
    const key = `${correction.defect ?? ''} ${correction.says}`
    const earlier = groups.get(key)
    groups.set(
      key,
      earlier === undefined ? correction : { ...earlier, evidence: [...earlier.evidence, ...correction.evidence] },
    )
  }
  return [...groups.values()]
}

function contradictionText({ example, at, keyword, says }: Contradiction, width: number): string {
  const place = at === '' ? example : `${example} at ${at}`
  return `  ${place} (${keyword})\n      ${wrapText(says, width, '      ')}\n`
}

function correctionText({ defect, says, strength, evidence }: Correction, width: number): string {
  const name = `${defect ?? 'unnamed'}${strength === 'documented' ? '' : ` (${strength})`}`
  const places = [...new Set(evidence.map(placeOf))].join('; ')
  const where = places === '' ? '' : `      ${wrapText(`Evidence: ${places}`, width, '      ')}\n`
  return `  ${name}\n      ${wrapText(says, width, '      ')}\n${where}`
}

function placeOf({ page, at }: Evidence): string {
  return `${page} at ${at}`
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
