import { nearestName } from '@assay/contract'
import type { z } from 'zod'
import { UsageError } from '../usage-error.ts'
import { type ConfigSource, placeText } from './config-source.ts'

const run: readonly string[] = ['seed', 'level', 'budget', 'rate', 'timeout', 'expectedFailures']

/** What is wrong with a config, in one sentence: its place, the setting, and the nearest name that there is. */
export function configProblem(issue: z.core.$ZodIssue, source: ConfigSource): UsageError {
  if (issue.code === 'unrecognized_keys') {
    const [name = ''] = issue.keys
    const known = namesAt(issue.path)
    const near = nearestName(name, known)
    const place = placeText(source, source.place(issue.path, name))
    return new UsageError(
      `${place}: There is no setting "${[...issue.path, name].join('.')}". ${near === undefined ? `There are ${known.join(', ')}.` : `Did you mean "${near}"?`}`,
    )
  }
  // A refused name of a record stands at the end of its path; what is wrong with it is in its issues.
  const inner = issue.code === 'invalid_key' ? issue.issues[0]?.message : undefined
  const place = placeText(source, source.place(issue.path) ?? source.place(issue.path.slice(0, -1)))
  const value = valueAt(source.value, issue.path)
  const near =
    typeof value === 'string' && issue.code === 'invalid_value'
      ? nearestName(value, issue.values.map(String))
      : undefined
  const name = issue.path.length === 0 ? 'A config' : `"${issue.path.join('.')}"`
  return new UsageError(
    `${place}: ${name} ${inner ?? issue.message}${shown(value)}.${near === undefined ? '' : ` Did you mean "${near}"?`}`,
  )
}

function namesAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return [...run, 'report', 'proxy', 'providers']
  return path.includes('currencies')
    ? ['code', 'networks', 'type', 'decimals', 'minimum', 'maximum']
    : [...run, 'baseUrl', 'pins', 'currencies']
}

/** Only what cannot be a secret is shown. */
function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? `, not ${value}` : ''
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (current, name) => (current !== null && typeof current === 'object' ? Reflect.get(current, name) : undefined),
    value,
  )
}
