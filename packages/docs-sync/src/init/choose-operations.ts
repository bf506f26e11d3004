import type { JsonObject } from '@assay/contract'
import { type FoundOperation, operationsOf } from '../structure/operations-of.ts'
import { InitError } from './init-error.ts'

/** How many operations a message lists. */
const SHOWN = 12

/**
 * The operations that are asked for by `operationId`, path, or method and path; without a choice the only one there is.
 * @throws InitError that lists the operations where the choice is open, or names none of them.
 */
export function chooseOperations(
  document: JsonObject,
  wanted: readonly string[],
  place: string,
): readonly FoundOperation[] {
  if (document.swagger !== undefined)
    throw new InitError(`${place} is a Swagger 2.0 document: convert it to OpenAPI 3.0 or 3.1 first.`)
  const all = operationsOf(document)
  if (all.length === 0) throw new InitError(`${place} documents no operation: it has no path with a method.`)
  if (wanted.length === 0) {
    if (all.length === 1) return all
    throw new InitError(`${place} documents ${all.length} operations, choose with --operation: ${listed(all)}.`)
  }
  return wanted.map((name) => {
    const words = name.trim().split(/\s+/)
    const found = all.filter(({ method, path, operation }) => {
      if (operation.operationId === name || path === name) return true
      return words.length === 2 && words[0]?.toLowerCase() === method && words[1] === path
    })
    const [only, second] = found
    if (only === undefined)
      throw new InitError(`${place} documents no operation "${name}": it has ${listed(near(all, name))}.`)
    if (second !== undefined)
      throw new InitError(`"${name}" is the path of several operations, name the method too: ${listed(found)}.`)
    return only
  })
}

/** Operations that create payments first: that is what most come for. */
function listed(operations: readonly FoundOperation[]): string {
  const weight = ({ method, path, operation }: FoundOperation): number =>
    (method === 'post' ? 2 : 0) +
    (/pay|invoice|charge|checkout|order/i.test(`${path} ${String(operation.operationId)}`) ? 1 : 0)
  const sorted = operations.toSorted((one, other) => weight(other) - weight(one))
  const names = sorted.slice(0, SHOWN).map(({ method, path }) => `"${method.toUpperCase()} ${path}"`)
  const rest = operations.length - names.length
  return `${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** Those that have the words of the name; all where none has. */
function near(operations: readonly FoundOperation[], name: string): readonly FoundOperation[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3)
  const alike = operations.filter(({ path, operation }) => {
    const text = `${path} ${String(operation.operationId)}`.toLowerCase()
    return words.some((word) => text.includes(word))
  })
  return alike.length > 0 ? alike : operations
}
