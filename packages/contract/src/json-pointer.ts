import { isJsonObject, type Json } from './json.ts'

/**
 * The reference tokens of a JSON Pointer (RFC 6901); `''` is the whole document.
 * @throws Error when the pointer is neither empty nor begins with `/`.
 */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return []
  if (!pointer.startsWith('/')) throw new Error(`"${pointer}" is no JSON Pointer: it begins with "/" or is empty.`)
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** A JSON Pointer from its reference tokens (RFC 6901). */
export function formatPointer(tokens: readonly (string | number)[]): string {
  let pointer = ''
  for (const token of tokens) {
    const text = String(token)
    pointer +=
      text.includes('~') || text.includes('/') ? `/${text.replaceAll('~', '~0').replaceAll('/', '~1')}` : `/${text}`
  }
  return pointer
}

const known = new Map<string, readonly string[]>()
const MOST_KNOWN = 5000

/** The tokens of a pointer, read once: the same few places are looked up again and again. */
function tokensOf(pointer: string): readonly string[] {
  let tokens = known.get(pointer)
  if (tokens === undefined) {
    tokens = parsePointer(pointer)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(pointer, tokens)
  }
  return tokens
}

/** The value a JSON Pointer names in a JSON value, or undefined where there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  let current = value
  for (const token of tokensOf(pointer)) {
    if (Array.isArray(current)) current = /^(?:0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined
    else if (isJsonObject(current) && Object.hasOwn(current, token)) current = current[token]
    else return undefined
  }
  return current
}

/** The same JSON value with another value at the pointer; objects on the way are made where they are missing. Nothing is changed in place. */
export function withValueAt(value: Json | undefined, pointer: string, replacement: Json): Json {
  return withValueBelow(value, tokensOf(pointer), 0, replacement)
}

function withValueBelow(value: Json | undefined, tokens: readonly string[], depth: number, replacement: Json): Json {
  const head = tokens[depth]
  if (head === undefined) return replacement
  if (Array.isArray(value)) {
    return value.map((item: Json, index) =>
      String(index) === head ? withValueBelow(item, tokens, depth + 1, replacement) : item,
    )
  }
  const object = isJsonObject(value) ? value : {}
  return { ...object, [head]: withValueBelow(object[head], tokens, depth + 1, replacement) }
}

/** The same JSON value without the member (or item) at the pointer. */
export function withoutValueAt(value: Json, pointer: string): Json {
  return withoutValueBelow(value, tokensOf(pointer), 0)
}

function withoutValueBelow(value: Json, tokens: readonly string[], depth: number): Json {
  const head = tokens[depth]
  if (head === undefined) return value
  const isLast = depth === tokens.length - 1
  if (Array.isArray(value)) {
    const index = Number(head)
    if (isLast) return value.filter((_, position) => position !== index)
    return value.map((item: Json, position) => (position === index ? withoutValueBelow(item, tokens, depth + 1) : item))
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, head)) return value
  if (!isLast) return { ...value, [head]: withoutValueBelow(value[head] as Json, tokens, depth + 1) }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== head))
}
