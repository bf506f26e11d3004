import type { Change } from '../drift/change.ts'
import { splitPlace } from '../drift/compare-prose.ts'

/** Which part of an exchange a change is in. */
export interface ChangePart {
  readonly side: 'request' | 'answer' | 'access'
  /** Of an answer. */
  readonly status?: string
  /** The name of an error. */
  readonly error?: string
}

/** Which part of an exchange a place is in; undefined for the page or document as a whole. */
export function partOf({ place }: Pick<Change, 'place'>): ChangePart | undefined {
  const [, name] = splitPlace(place)
  const [kind, first = '', ...rest] = name.replace(/^example\//, '').split('/')
  if (kind === 'request') return { side: 'request' }
  if (kind === 'response') return { side: 'answer', status: first }
  if (kind === 'error') return { side: 'answer', status: first, error: rest.join('/') }
  return kind === 'page' || kind === 'document' ? undefined : { side: 'access' }
}

/**
 * The ways in which evidence may name the place of a change: as sources.yaml does, by the old name too, or by the pointer inside the operation without the
 * content type (`requestBody/schema/properties/amount`).
 */
export function placeForms(change: Change): readonly string[] {
  const [, name] = splitPlace(change.place)
  const old =
    change.action === 'renamed' && typeof change.before === 'string'
      ? [`${name.slice(0, name.lastIndexOf('/'))}/${change.before}`]
      : []
  const pointer = change.pointer.before
    ?.replace(/^\/(?:paths|webhooks)\/[^/]+\/[^/]+\//, '')
    .replaceAll(/\/content\/[^/]+/g, '')
  return [name, ...old, ...(pointer === undefined || pointer.startsWith('/') ? [] : [pointer])]
}

/** Whether a text names one of the places, or one below it. */
export function namesPlace(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => text === form || text.startsWith(`${form}/`))
}
