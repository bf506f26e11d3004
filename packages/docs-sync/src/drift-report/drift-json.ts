import { type Json, stringifyJson } from '@assay/contract'
import type { DriftOutcome } from './drift-report.ts'

/** The report for a program, version 1: members may be added, none is renamed. */
export function driftJson(outcomes: readonly DriftOutcome[]): string {
  const providers = outcomes.map(({ check, updated }) => {
    if (!('changes' in check)) return check
    const { plan, obstacle, provider, status, pages, changes, problems } = check
    const planned =
      plan === undefined
        ? {}
        : {
            client: plan.client,
            orphaned: [...plan.orphans, ...plan.doubtful],
            needless: plan.needless,
            carried: plan.carried,
            files: [...plan.files.keys()],
          }
    return {
      provider,
      status,
      pages,
      changes,
      problems,
      ...planned,
      ...(obstacle === undefined ? {} : { obstacle }),
      ...(updated === undefined ? {} : { written: updated.written }),
      ...(updated?.refused === undefined ? {} : { refused: updated.refused }),
    }
  })
  return `${indented({ version: 1, providers } as unknown as Json)}\n`
}

/** Two blanks a level, every number with all its digits. */
function indented(value: Json, margin = ''): string {
  const inner = `${margin}  `
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[\n${value.map((item: Json) => inner + indented(item, inner)).join(',\n')}\n${margin}]`
  if (typeof value !== 'object' || value === null || !isPlain(value)) return stringifyJson(value)
  const members = Object.entries(value).filter(([, member]) => member !== undefined)
  if (members.length === 0) return '{}'
  return `{\n${members.map(([name, member]) => `${inner}${JSON.stringify(name)}: ${indented(member as Json, inner)}`).join(',\n')}\n${margin}}`
}

function isPlain(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype
}
