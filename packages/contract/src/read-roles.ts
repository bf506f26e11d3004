import { z } from 'zod'
import { isJsonObject, type Json } from './json.ts'
import type { OperationReading } from './read-operations.ts'
import { type Reading, report } from './reading.ts'
import { reportIssues } from './report-issues.ts'
import type { Role } from './role.ts'
import { schemaHasPlace } from './schema-has-place.ts'
import { withoutUndefined } from './without-undefined.ts'

const pointer = z.string().regex(/^\/.+$/s, 'a JSON Pointer that begins with "/" is needed')
const unit = z.enum(['seconds', 'minutes'])
const role = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('amount'), at: pointer, currency: pointer.optional(), of: z.string().optional() }),
  z.strictObject({ role: z.literal('currency'), at: pointer }),
  z.strictObject({ role: z.literal('network'), at: pointer, currency: pointer }),
  z.strictObject({ role: z.literal('duration'), at: pointer, unit }),
  z.strictObject({ role: z.literal('instant'), at: pointer, unit }),
  z.strictObject({ role: z.literal('reference'), at: pointer }),
  z.strictObject({ role: z.literal('account'), at: pointer }),
])

/** What an operation declares under `x-roles`. */
export function readRoles({ node, request }: OperationReading, reading: Reading): Role[] {
  const declared = node['x-roles']
  if (declared === undefined) return []
  if (!Array.isArray(declared)) {
    report(reading, node, 'x-roles', 'x-roles must be a list.')
    return []
  }
  return declared.flatMap((entry: Json, index): Role[] => {
    const result = role.safeParse(entry)
    if (!isJsonObject(entry) || !result.success) {
      if (!result.success && isJsonObject(entry)) reportIssues(reading, entry, 'The role', result.error.issues)
      else report(reading, declared, index, 'A role must be an object.')
      return []
    }
    for (const [name, value] of Object.entries(result.data)) {
      if (value === undefined || (name !== 'at' && name !== 'currency')) continue
      if (schemaHasPlace(request?.schema ?? false, value)) continue
      report(reading, entry, name, `The pointer ${value} leads to nothing in the request.`)
    }
    return [withoutUndefined(result.data) as Role]
  })
}
