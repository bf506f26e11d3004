import type { AccountProfile } from './account-profile.ts'
import { accountShape } from './account-shape.ts'
import type { JsonObject } from './json.ts'
import { isContainer } from './origins.ts'
import { type Reading, report } from './reading.ts'
import { reportIssues } from './report-issues.ts'

/** The account profile that a document declares under `x-account`; an empty one where it declares none. */
export function readAccount(root: JsonObject, reading: Reading): AccountProfile {
  const declared = root['x-account']
  if (declared === undefined) return { currencies: [], values: {} }
  const result = accountShape.safeParse(declared)
  if (result.success) return result.data
  if (isContainer(declared)) reportIssues(reading, declared, 'The account profile', result.error.issues)
  else report(reading, root, 'x-account', 'x-account must be an object.')
  return { currencies: [], values: {} }
}
