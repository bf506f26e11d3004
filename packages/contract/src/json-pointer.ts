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
  return tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The value a JSON Pointer names in a JSON value, or undefined where there is none. */
export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  let current = value
  for (const token of parsePointer(pointer)) {
    if (Array.isArray(current)) current = /^(?:0|[1-9]\d*)$/.test(token) ? current[Number(token)] : undefined
    else if (isJsonObject(current) && Object.hasOwn(current, token)) current = current[token]
    else return undefined
  }
  return current
}

/** The same JSON value with another value at the pointer; objects on the way are made where they are missing. Nothing is changed in place. */
export function withValueAt(value: Json | undefined, pointer: string, replacement: Json): Json {
  const [head, ...rest] = parsePointer(pointer)
  if (head === undefined) return replacement
  const below = formatPointer(rest)
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => (String(index) === head ? withValueAt(item, below, replacement) : item))
  }
  const object = isJsonObject(value) ? value : {}
  return { ...object, [head]: withValueAt(object[head], below, replacement) }
}

/** The same JSON value without the member (or item) at the pointer. */
export function withoutValueAt(value: Json, pointer: string): Json {
  const [head, ...rest] = parsePointer(pointer)
  if (head === undefined) return value
  if (Array.isArray(value)) {
    const index = Number(head)
    if (rest.length === 0) return value.filter((_, position) => position !== index)
    return value.map((item: Json, position) => (position === index ? withoutValueAt(item, formatPointer(rest)) : item))
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, head)) return value
  if (rest.length > 0) return { ...value, [head]: withoutValueAt(value[head] as Json, formatPointer(rest)) }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== head))
}
