import type { Change, ChangeDirection } from './change.ts'
import type { ChangeDraft } from './scene.ts'

/** The hash of every place of a page, by the name it has in sources.yaml. */
export type Fingerprints = Readonly<Record<string, string>>

/** Places whose fingerprint differs though nothing of their structure does: there the wording is another one, which may still mean another thing. */
export function compareProse(
  before: Fingerprints,
  after: Fingerprints,
  changes: readonly ChangeDraft[],
): readonly ChangeDraft[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return names
    .filter((name) => before[name] !== after[name] && !isExplained(name, changes))
    .map((name): ChangeDraft => {
      const action = before[name] === undefined ? 'added' : after[name] === undefined ? 'removed' : 'changed'
      const does = action === 'added' ? 'is new' : action === 'removed' ? 'is gone' : 'is another one'
      const status = /^(?:response|error)\/([^/]+)/.exec(name)?.[1]
      return {
        subject: 'prose',
        action,
        level: 'editorial',
        direction: directionOf(name),
        place: name,
        ...(status === undefined ? {} : { status }),
        pointer: {},
        says: `The wording at ${name} ${does}.`,
      }
    })
}

function directionOf(name: string): ChangeDirection {
  if (/^(?:example\/)?(?:request|header|query|path|cookie)(?:\/|$)/.test(name)) return 'request'
  return /^(?:example\/)?(?:response|error)\//.test(name) ? 'answer' : 'both'
}

/** Whether a change of structure is why a place has another fingerprint: it stands there, holds it, or is held by it. */
function isExplained(name: string, changes: readonly ChangeDraft[]): boolean {
  return changes.some((change) => {
    const { place, subject } = change
    if (subject === 'server' || subject === 'auth') return name === 'operation' || name === 'document'
    if (subject === 'operation') return change.action !== 'renamed' || name === 'operation' || name === 'document'
    const places = [place, ...oldPlaces(change)]
    if (places.some((one) => name === one || name.startsWith(`${one}/`))) return true
    if (places.some((one) => holderOf(one) === name)) return true
    // A body in which a member has another name is shown with it.
    return change.action === 'renamed' && subject === 'member' && name.startsWith(`example/${bodyOf(place)}`)
  })
}

/** Where a renamed thing stood. */
function oldPlaces({
  action,
  place,
  before,
  subject,
}: Pick<Change, 'action' | 'place' | 'subject'> & { readonly before?: unknown }): readonly string[] {
  if (action !== 'renamed' || typeof before !== 'string') return []
  if (subject === 'answer') return [`response/${before}`, `error/${before}`, `example/response/${before}`]
  if (subject === 'parameter') return [before]
  return [`${place.slice(0, place.lastIndexOf('/'))}/${before}`]
}

/** What holds a place: an error stands in the answer of its status, an example in its body. */
function holderOf(place: string): string {
  const error = /^error\/([^/]+)/.exec(place)
  if (error !== null) return `response/${error[1]}`
  return place.slice(0, Math.max(0, place.lastIndexOf('/'))).replace(/^example\//, '')
}

function bodyOf(place: string): string {
  return /^(?:request|response\/[^/]+)/.exec(place)?.[0] ?? place
}
