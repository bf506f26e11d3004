import { isJsonObject, type Json, parsePointer } from '@assay/contract'
import type { Made } from '@assay/rules'

type Members = { [name: string]: Json }

/**
 * One body with each part at its place, in objects made for it; undefined of no parts. Where two parts speak of one place the first counts, and
 * of two objects the members of both.
 */
export function partsTogether(parts: readonly Made[]): Json | undefined {
  // Changed in place and given away only whole: a copy for each part would cost most of an answer.
  const root: { body?: Json } = {}
  for (const { at, value } of parts) place(root, tokensOf(at), value)
  return root.body
}

function place(root: { body?: Json }, tokens: readonly string[], value: Json): void {
  const last = tokens.at(-1)
  if (last === undefined) {
    root.body = together(root.body, value)
    return
  }
  if (root.body === undefined) root.body = {}
  let holder = root.body
  for (let index = 0; index < tokens.length - 1; index += 1) {
    if (!isJsonObject(holder)) return
    const token = tokens[index] ?? ''
    if (!Object.hasOwn(holder, token)) define(holder as Members, token, {})
    holder = holder[token] as Json
  }
  if (!isJsonObject(holder)) return
  define(holder as Members, last, together(Object.hasOwn(holder, last) ? holder[last] : undefined, value))
}

function together(first: Json | undefined, second: Json): Json {
  if (first === undefined) return isJsonObject(second) ? copied(second) : second
  if (!isJsonObject(first) || !isJsonObject(second)) return first
  for (const name of Object.keys(second)) {
    const known = Object.hasOwn(first, name) ? first[name] : undefined
    define(first as Members, name, together(known, second[name] as Json))
  }
  return first
}

/** Objects of the request are copied before anything is put into them. */
function copied(object: { readonly [name: string]: Json }): Members {
  const copy: Members = {}
  for (const name of Object.keys(object)) {
    const value = object[name] as Json
    define(copy, name, isJsonObject(value) ? copied(value) : value)
  }
  return copy
}

/** A member of any name: an assignment to `__proto__` would be none. */
function define(members: Members, name: string, value: Json): void {
  if (name === '__proto__')
    Object.defineProperty(members, name, { value, enumerable: true, configurable: true, writable: true })
  else members[name] = value
}

const known = new Map<string, readonly string[]>()

/** The reference tokens of a pointer, read once: they come from the contract, so they are few. */
function tokensOf(pointer: string): readonly string[] {
  let tokens = known.get(pointer)
  if (tokens === undefined) {
    tokens = parsePointer(pointer)
    known.set(pointer, tokens)
  }
  return tokens
}
