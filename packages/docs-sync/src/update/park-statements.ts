import type { ContractProblem, Json } from '@assay/contract'
import { isMap, isNode, isSeq, type Node } from 'yaml'
import { type KeptYaml, keepYaml } from './keep-yaml.ts'

/** Where statements that lead to nothing any more are kept, for a person to decide: an extension, so that no reader applies it. */
export const PARKED = 'x-orphaned'

/** A statement of an overlay that the document leaves without its target: an action, or one rule or role of an action. */
export interface Orphan {
  readonly file: string
  /** Line of the overlay. */
  readonly line: number
  /** What it is: `action 7`, the rule's id, the role. */
  readonly name: string
  /** Why it leads to nothing. */
  readonly reason: string
}

interface Statement {
  readonly name: string
  readonly list: Node & { items: unknown[] }
  readonly item: Node
  readonly from: number
  readonly to: number
  /** What it holds cannot be left out as a whole, for it is what the contract is made of. */
  readonly isFoundation: boolean
}

/**
 * Takes the statements out of an overlay that a strict reading refuses, and keeps them under `x-orphaned` with the reason.
 * @returns The text, and what was taken out; undefined where a problem is in no statement that can be taken out by itself.
 */
export function parkStatements(
  text: string,
  file: string,
  problems: readonly ContractProblem[],
): { readonly text: string; readonly orphans: readonly Orphan[] } | undefined {
  const yaml = keepYaml(text)
  const statements = statementsOf(yaml, text)
  const found = new Map<Statement, string>()
  for (const { line = 1, message } of problems) {
    const holding = statements.filter(({ from, to }) => from <= line && line <= to)
    const smallest = holding.toSorted((one, other) => one.to - one.from - (other.to - other.from))[0]
    if (smallest === undefined || smallest.isFoundation) return undefined
    found.set(smallest, message)
  }
  const orphans: Orphan[] = []
  for (const [{ list, item, name, from }, reason] of found) {
    list.items.splice(list.items.indexOf(item), 1)
    if (!isSeq(yaml.document.get(PARKED))) yaml.document.set(PARKED, yaml.node([]))
    const parked = yaml.document.get(PARKED)
    const was = item.toJS(yaml.document) as Json
    if (isSeq(parked))
      parked.items.push(
        yaml.node({ reason, ...(list === yaml.document.get('actions') ? { action: was } : { entry: was }) }),
      )
    orphans.push({ file, line: from, name, reason })
  }
  return { text: yaml.write(), orphans }
}

function statementsOf(yaml: KeptYaml, text: string): readonly Statement[] {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const found: Statement[] = []
  const note = (name: string, list: Node, item: unknown, isFoundation: boolean) => {
    if (!isNode(item) || !isSeq(list)) return
    const [from = 0, to = 0] = item.range ?? []
    found.push({ name, list, item, from: lineAt(from), to: lineAt(Math.max(from, to - 1)), isFoundation })
  }
  const entries = (node: unknown): void => {
    if (!isMap(node)) return
    for (const { key, value } of node.items) {
      const name = String(key)
      if ((name === 'x-rules' || name === 'x-roles') && isSeq(value)) {
        for (const item of value.items) note(nameOf(item, name), value, item, false)
      } else entries(value)
    }
  }
  const actions = yaml.document.get('actions')
  if (!isSeq(actions)) return []
  for (const [index, action] of actions.items.entries()) {
    const before = found.length
    if (isMap(action)) entries(action.get('update'))
    note(`action ${index + 1}`, actions, action, found.length > before)
  }
  return found
}

function nameOf(item: unknown, list: string): string {
  if (!isMap(item)) return 'entry'
  return list === 'x-roles' ? `role ${String(item.get('role'))}` : `rule ${String(item.get('id') ?? item.get('kind'))}`
}
