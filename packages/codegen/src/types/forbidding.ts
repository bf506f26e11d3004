import type { JsonSchemaObject } from '@assay/contract'

/** The schema of objects without these members. */
export function forbidding(members: readonly string[]): JsonSchemaObject {
  return { properties: Object.fromEntries(members.map((name) => [name, false])) }
}
