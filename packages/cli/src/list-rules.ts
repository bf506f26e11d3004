import type { Contract, Rule } from '@assay/contract'
import { formatTable } from './format-table.ts'

/** The rules of a contract, an operation after the other, in the contract's order. */
export function listRules({ provider, title, operations }: Contract): string {
  const parts = operations.map(({ method, path, rules }) => {
    const table = formatTable(
      ['rule', 'kind', 'of', 'at', 'strength', 'outcome', 'documented answer'],
      rules.map(rowOf),
    )
    return `${method} ${path}: ${rules.length} rules\n\n${table}`
  })
  return [`${provider}: ${title}\n`, ...parts].join('\n')
}

function rowOf({ id, kind, side, at, strength, outcome, answer }: Rule): readonly string[] {
  const status =
    answer === undefined ? '' : [answer.status.join(' or ') || '4xx', answer.example ?? ''].join(' ').trim()
  return [id, kind, side, at, strength, kind === 'not-checkable' ? 'not checkable' : outcome, status]
}
