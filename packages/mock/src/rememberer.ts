import { isJsonNumber, type Operation, valueAt } from '@assay/contract'
import { kindOf, type ReceivedRequest } from '@assay/rules'
import type { MockAccount } from './mock-account.ts'

/** Makes what keeps the references of accepted requests that a rule asks about in later ones. */
export function rememberer(operation: Operation, account: MockAccount): (request: ReceivedRequest) => void {
  const places = new Set(operation.rules.filter(isAboutEarlier).map((rule) => rule.at))
  return (request) => {
    for (const pointer of places) {
      const reference = valueAt(request.body, pointer)
      if (typeof reference === 'string' || isJsonNumber(reference)) account.remember(pointer, String(reference))
    }
  }
}

function isAboutEarlier(rule: Operation['rules'][number]): boolean {
  const kind = kindOf(rule)
  return kind.side === 'request' && kind.stage === 'remember'
}
