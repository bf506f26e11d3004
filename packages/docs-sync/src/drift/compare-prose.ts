import { fingerprintParts } from '../pages/fingerprint-parts.ts'
import type { ChangeDirection } from './change.ts'
import type { ChangeDraft } from './scene.ts'

/** The hash of every place of a page, by the name it has in sources.yaml. */
export type Fingerprints = Readonly<Record<string, string>>

/**
 * Places whose words are other ones, new or gone: a rule that rests on them may rest no longer. Where nothing of the structure changed that OpenAPI has a
 * word for and a fingerprint of structure still differs, that is told too.
 */
export function compareProse(
  before: Fingerprints,
  after: Fingerprints,
  changes: readonly ChangeDraft[],
): readonly ChangeDraft[] {
  const [old, now] = [byName(before), byName(after)]
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  return keys.flatMap((key): ChangeDraft[] => {
    const [was, is] = [old.get(key)?.fingerprint, now.get(key)?.fingerprint]
    const name = (now.get(key) ?? old.get(key))?.name ?? key
    if (was === is) return []
    if (was === undefined || is === undefined) {
      if (isExplained(name, changes)) return []
      const [action, does] = was === undefined ? (['added', 'is new'] as const) : (['removed', 'is gone'] as const)
      return [wording(name, action, `The wording at ${name} ${does}.`)]
    }
    const [wasParts, isParts] = [fingerprintParts(was), fingerprintParts(is)]
    if (wasParts !== undefined && isParts !== undefined && wasParts.prose !== isParts.prose) {
      return [wording(name, 'changed', `The wording at ${name} is another one.`)]
    }
    if (changes.length > 0) return []
    return [wording(name, 'changed', `${name} differs in nothing that a request or an answer would tell.`)]
  })
}

/** Places by name, those of headers in small letters: their names are the same in any letter case (RFC 9110, section 5.1). */
function byName(
  fingerprints: Fingerprints,
): ReadonlyMap<string, { readonly name: string; readonly fingerprint: string }> {
  const key = (name: string) => (/(?:^| )header\//.test(name) ? name.toLowerCase() : name)
  return new Map(Object.entries(fingerprints).map(([name, fingerprint]) => [key(name), { name, fingerprint }]))
}

function wording(place: string, action: 'added' | 'removed' | 'changed', says: string): ChangeDraft {
  const [operation, name] = splitPlace(place)
  const status = /^(?:example\/)?(?:response|error)\/([^/]+)/.exec(name)?.[1]
  return {
    subject: 'prose',
    action,
    level: 'editorial',
    direction: directionOf(name),
    ...(operation === undefined ? {} : { operation }),
    place,
    ...(status === undefined ? {} : { status }),
    pointer: {},
    says,
  }
}

/** A place of a document with several operations begins with method and path. */
export function splitPlace(place: string): readonly [operation: string | undefined, name: string] {
  const match = /^([A-Z]+ \S+) (.*)$/s.exec(place)
  return match === null ? [undefined, place] : [match[1], match[2] ?? '']
}

function directionOf(name: string): ChangeDirection {
  if (/^(?:example\/)?(?:request|header|query|path|cookie)(?:\/|$)/.test(name)) return 'request'
  return /^(?:example\/)?(?:response|error)\//.test(name) ? 'answer' : 'both'
}

/** Whether a change of structure is why a place is new or gone: it stands there or holds it. */
function isExplained(name: string, changes: readonly ChangeDraft[]): boolean {
  return changes.some((change) => {
    if (change.subject === 'operation') return true
    // Who is asked for a key is told by the scheme that asks for it.
    if (change.subject === 'auth') return /(?:^| )(?:header|query|cookie|security)\//.test(name)
    return [change.place, ...errorPlaces(change), ...oldPlaces(change)].some((one) => {
      const [place, other] = [one.toLowerCase(), name.toLowerCase()]
      return other === place || other.startsWith(`${place}/`)
    })
  })
}

/** An answer that is new or gone brings or takes its errors and examples. */
function errorPlaces({ subject, place }: ChangeDraft): readonly string[] {
  if (subject !== 'answer') return []
  return ['error', 'example/response'].map((kind) => place.replace(/(^| )response(?=\/)/, `$1${kind}`))
}

/** Where a renamed thing stood. */
function oldPlaces({ action, place, before, subject }: ChangeDraft): readonly string[] {
  if (action !== 'renamed' || typeof before !== 'string') return []
  const [operation, name] = splitPlace(place)
  const prefix = operation === undefined ? '' : `${operation} `
  if (subject === 'answer') {
    const pairs = [before, name.slice('response/'.length)]
    return pairs.flatMap((one) => [
      `${prefix}response/${one}`,
      `${prefix}error/${one}`,
      `${prefix}example/response/${one}`,
    ])
  }
  if (subject === 'parameter') return [`${prefix}${before}`]
  return [`${place.slice(0, place.lastIndexOf('/'))}/${before}`]
}
