import type { JsonSchema, Operation } from '@assay/contract'
import { type Account, kindOf } from '@assay/rules'

/** The request schema with everything that the operation's rules ask, as far as a schema can say it. */
export function requestSchema(operation: Operation, account: Account): JsonSchema {
  return operation.rules.reduce<JsonSchema>((schema, rule) => {
    const kind = kindOf(rule)
    return kind.side === 'request' && kind.narrows !== undefined ? kind.narrows(schema, rule, account) : schema
  }, operation.request?.schema ?? true)
}
