import { isJsonNumber, type Operation, valueAt } from '@assay/contract'
import { kindOf, type ReceivedRequest } from '@assay/rules'
import type { MockAccount } from './mock-account.ts'

/** Keeps the references of an accepted request that a rule asks about in later ones. */
export function remember(operation: Operation, request: ReceivedRequest, account: MockAccount): void {
  for (const pointer of referencesOf(operation)) {
    const reference = valueAt(request.body, pointer)
    if (typeof reference === 'string' || isJsonNumber(reference)) account.remember(pointer, String(reference))
  }
}

const known = new WeakMap<Operation, readonly string[]>()

function referencesOf(operation: Operation): readonly string[] {
  const found = known.get(operation)
  if (found) return found
  const pointers = operation.rules.filter((rule) => isAboutEarlier(rule)).map((rule) => rule.at)
  known.set(operation, pointers)
  return pointers
}

function isAboutEarlier(rule: Operation['rules'][number]): boolean {
  const kind = kindOf(rule)
  return kind.side === 'request' && kind.stage === 'remember'
}
