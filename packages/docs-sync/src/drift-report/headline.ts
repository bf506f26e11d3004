import type { CheckResult } from '../check/check-provider.ts'
import { isWording } from '../drift/change.ts'

/** What was found of a provider's pages, in one sentence. */
export function headline(check: CheckResult): string {
  switch (check.status) {
    case 'no-address':
    case 'unreadable':
      return check.reason
    case 'unchanged':
      return 'Nothing changed.'
    case 'wording':
      return `Only the wording changed, at ${places(check.changes.length)}.`
    case 'changed': {
      const count = (level: string) =>
        check.changes.filter((change) => change.level === level && !isWording(change)).length
      const parts = ['breaking', 'additive', 'editorial']
        .map((level) => [count(level), level] as const)
        .filter(([number]) => number > 0)
      const wording = check.changes.filter(isWording).length
      const words = wording === 0 ? '' : `, and other words at ${places(wording)}`
      return `Changed: ${parts.map(([number, level]) => `${number} ${level}`).join(', ')}${words}.`
    }
  }
}

function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}

/** What the client's next version is, in one sentence. */
export function clientSentence(level: 'major' | 'minor' | 'patch' | 'none'): string {
  return level === 'none' ? 'The client stays as it is.' : `The client changes: ${level} version.`
}
