import type { Contract, Operation } from '@assay/contract'
import { plain } from './plain.ts'
import { ruleSection } from './rule-section.ts'

/** All that is known about a provider, as one page of Markdown: what was read, where the documents contradict themselves, and every rule. */
export function providerPage(contract: Contract): string {
  return [
    `# ${plain(contract.title)}`,
    `The id is <code>${plain(contract.provider)}</code>. Made from its contract, SHA-256 <code>${contract.sha256.slice(0, 16)}…</code>.`,
    ...correctionsOf(contract),
    ...contract.operations.flatMap(operationSections),
  ].join('\n\n')
}

function correctionsOf({ corrections }: Contract): string[] {
  if (corrections.length === 0) return []
  // One defect may take several corrections.
  const rows = new Set(
    corrections.map(({ defect, says, strength }) => `| ${plain(defect ?? '')} | ${plain(says)} | ${strength} |`),
  )
  return [
    '## Read otherwise than written',
    ['| defect | what is wrong, and how it is read | strength |', '| --- | --- | --- |', ...rows].join('\n'),
  ]
}

function operationSections(operation: Operation): string[] {
  const { method, path, rules } = operation
  const judged = rules.filter(({ outcome }) => outcome !== 'unspecified').length
  return [
    `## ${method} ${plain(path)}`,
    `${rules.length} rules, ${judged} of them judged.`,
    ...rules.map((rule) => ruleSection(rule, operation)),
  ]
}
