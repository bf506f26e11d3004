import type { CST } from 'yaml'

/** Documents nested deeper than this are refused before anything recursive looks at them. */
export const MAXIMUM_DEPTH = 200

/** The offset of the first token nested deeper than {@link MAXIMUM_DEPTH}, or undefined. Walks with a stack of its own: depth cannot overflow it. */
export function tokenTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { token, depth } = entry
    if (depth > MAXIMUM_DEPTH) return token.offset
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth })
    } else if ('items' in token) {
      for (const item of token.items) {
        if (item.key) open.push({ token: item.key, depth: depth + 1 })
        if (item.value) open.push({ token: item.value, depth: depth + 1 })
      }
    }
  }
  return undefined
}
