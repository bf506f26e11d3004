import { isJsonObject, type Json, parsePointer } from '@assay/contract'
import type { Made } from '@assay/rules'

type Members = { [name: string]: Json }

/**
 * One body with each part at its place, in objects made for it; undefined of no parts. Where two parts speak of one place the first counts, and
 * of two objects the members of both.
 */
export function partsTogether(parts: readonly Made[]): Json | undefined {
  // Changed in place and given away only whole: a copy for each part would cost most of an answer.
  const root: Members = Object.create(null)
  for (const { at, value } of parts) place(root, tokensOf(at), value)
  return root['']
}

function place(root: Members, tokens: readonly string[], value: Json): void {
  let members = root
  for (const token of tokens.slice(0, -1)) {
    const known = members[token]
    if (known !== undefined && !isJsonObject(known)) return
    const below: Members = known === undefined ? {} : (known as Members)
    members[token] = below
    members = below
  }
  const last = tokens.at(-1) ?? ''
  members[last] = together(members[last], value)
}

function together(first: Json | undefined, second: Json): Json {
  if (first === undefined) return isJsonObject(second) ? copied(second) : second
  if (!isJsonObject(first) || !isJsonObject(second)) return first
  const members = first as Members
  for (const [name, value] of Object.entries(second)) {
    const known = Object.hasOwn(members, name) ? members[name] : undefined
    define(members, name, together(known, value))
  }
  return members
}

/** Objects of the request are copied before anything is put into them. */
function copied(object: { readonly [name: string]: Json }): Members {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, isJsonObject(value) ? copied(value) : value]),
  )
}

/** A member of any name, `__proto__` too. */
function define(members: Members, name: string, value: Json): void {
  Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true })
}

const known = new Map<string, readonly string[]>()

/** The reference tokens of a pointer, after an empty one for the body itself. */
function tokensOf(pointer: string): readonly string[] {
  let tokens = known.get(pointer)
  if (tokens === undefined) {
    tokens = ['', ...parsePointer(pointer)]
    known.set(pointer, tokens)
  }
  return tokens
}
