import { errorCode } from './error-code.ts'
import { matchesTemplate } from './matches-template.ts'
import type { ErrorDefinition } from './operation-definition.ts'
import { statusMatches } from './status-matches.ts'

/**
 * The names of the documented errors that an answer matches: first those of its status whose every text and number it has,
 * then those whose code in words it has; then the same among the other statuses, for providers do move errors about.
 */
export function documentedNames(errors: readonly ErrorDefinition[], status: number, body: unknown): string[] {
  const here = errors.filter((error) => statusMatches(error.status, status))
  const code = errorCode(body)
  for (const candidates of [here, errors]) {
    const alike = candidates.filter((error) => hasLeaf(error.body) && matches(error.body, body))
    const found =
      alike.length > 0
        ? alike
        : candidates.filter((error) => typeof code === 'string' && errorCode(error.body) === code)
    if (found.length > 0) return [...new Set(found.map((error) => error.name))]
  }
  return []
}

function matches(example: unknown, actual: unknown): boolean {
  if (typeof example === 'string') return typeof actual === 'string' && matchesTemplate(example, actual)
  if (typeof example !== 'object' || example === null) return example === actual
  if (typeof actual !== 'object' || actual === null || Array.isArray(example) !== Array.isArray(actual)) return false
  const members = new Map(Object.entries(actual))
  return Object.entries(example).every(([name, value]) => members.has(name) && matches(value, members.get(name)))
}

function hasLeaf(example: unknown): boolean {
  if (typeof example !== 'object' || example === null) return true
  return Object.values(example).some(hasLeaf)
}
