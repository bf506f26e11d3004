/** A quantifier of a regular expression that allows more than one count, and where it stands. */
export interface Quantifier {
  readonly start: number
  readonly end: number
  readonly least: number
  readonly most: number
}

/** The quantifiers outside classes and escapes that allow more than one count, in the order of the text. */
export function variableQuantifiers(source: string): readonly Quantifier[] {
  const found: Quantifier[] = []
  const parts = /\\.|\[(?:\\.|[^\]\\])*\]|\(\?[:=!<]|([*+?]|\{(\d+)(,?)(\d*)\})\??/gu
  for (const match of source.matchAll(parts)) {
    const [text, quantifier, low, comma, high] = match
    if (quantifier === undefined || (low !== undefined && comma === '')) continue
    const least = quantifier === '+' ? 1 : Number(low ?? 0)
    const most = quantifier === '?' ? 1 : high ? Number(high) : Number.POSITIVE_INFINITY
    if (least < most) found.push({ start: match.index, end: match.index + text.length, least, most })
  }
  return found
}

/** The pattern with each of these quantifiers fixed at one count. */
export function withCounts(
  source: string,
  quantifiers: readonly Quantifier[],
  countOf: (quantifier: Quantifier) => number,
): string {
  return quantifiers
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, quantifier) => {
      return `${text.slice(0, quantifier.start)}{${countOf(quantifier)}}${text.slice(quantifier.end)}`
    }, source)
}

/** Whether a pattern says where its texts begin and where they end. */
export function isAnchored(source: string): boolean {
  return source.startsWith('^') && /(?:^|[^\\])(?:\\\\)*\$$/.test(source)
}

/** The pattern with plain characters where it does not say what comes before or after. */
export function anchored(source: string, count: string): string {
  if (isAnchored(source)) return source
  const body = source.startsWith('^') ? source.slice(1) : source
  return isAnchored(`^${body}`) ? `^[a-z0-9]${count}(?:${body.slice(0, -1)})$` : `^(?:${body})[a-z0-9]${count}$`
}
