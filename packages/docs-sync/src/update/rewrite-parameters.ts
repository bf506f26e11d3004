import { isMap, isSeq } from 'yaml'
import { member } from '../drift/document-node.ts'
import type { DocumentOperation } from '../drift/operations-of.ts'
import { type Merging, mergeStructure } from './merge-structure.ts'
import { plainCopy } from './plain-copy.ts'

/** Brings the parameters of an operation to what the page says now, wherever they are written down: at the operation, its path, or among the components. */
export function rewriteParameters(
  was: DocumentOperation,
  is: DocumentOperation,
  merging: Merging,
  prefix: string,
): void {
  const { nodes, yaml, describe, kept } = merging
  const operation = nodes.get(was.node.pointer)
  if (!isMap(operation)) return
  const gone = [...was.parameters.keys()].filter((key) => !is.parameters.has(key))
  for (const [key, parameter] of is.parameters) {
    const place = `${prefix}${String(member(parameter, 'in').value)}/${String(member(parameter, 'name').value)}`
    const old = was.parameters.get(key)
    if (old !== undefined) mergeStructure(old, parameter, 'parameter', place, merging)
    else {
      if (!isSeq(operation.get('parameters'))) operation.set('parameters', yaml.node([]))
      const list = operation.get('parameters')
      if (isSeq(list)) list.add(yaml.node(plainCopy(parameter, 'parameter', place, describe, kept)))
    }
  }
  for (const key of gone) {
    const list = operation.get('parameters')
    const index = was.ownParameters.indexOf(key)
    if (isSeq(list) && index >= 0) list.items[index] = undefined
  }
  const list = operation.get('parameters')
  if (!isSeq(list)) return
  list.items = list.items.filter((item) => item !== undefined)
  if (list.items.length === 0) operation.delete('parameters')
}
