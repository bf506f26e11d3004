import type { Operation, Rule } from '@assay/contract'
import { kindOf, type LimitSearch } from '@assay/rules'
import { payloadBench } from './payload-bench.ts'
import { UnsatisfiableSchemaError } from './schema/unsatisfiable-schema-error.ts'
import type { Setting } from './setting.ts'

/** How the limit of a rule is looked for by trying values; undefined where its kind has none, or no request can be made that has a value to try. */
export function limitSearch(operation: Operation, rule: Rule, setting: Setting): LimitSearch | undefined {
  const kind = kindOf(rule)
  if (kind.side !== 'request') return undefined
  try {
    return kind.searches?.(rule, payloadBench(operation, setting))
  } catch (error) {
    if (error instanceof UnsatisfiableSchemaError) return undefined
    throw error
  }
}
