/** How much is sent: a first look, what a release needs, a night's work. */
export type Level = 'quick' | 'standard' | 'thorough'

/** What a level costs, in cases. */
export interface Effort {
  /** Valid payloads drawn, from which the cases are chosen. */
  readonly pool: number
  /** Cases that show optional members present and absent together, at most. */
  readonly pairs: number
  /** Valid payloads sent as they were drawn. */
  readonly drawn: number
  /** Values of an enumeration sent, at most. */
  readonly values: number
  /** Cases an edge way. */
  readonly edges: number
  /** Cases a breaking way. */
  readonly breaks: number
  /** Probes of texts, at most. */
  readonly probes: number
  /** Cases of odd bodies that only show again what others show, at most. */
  readonly odd: number
}

const efforts: { readonly [level in Level]: Effort } = {
  quick: { pool: 60, pairs: 4, drawn: 2, values: 3, edges: 1, breaks: 1, probes: 4, odd: 4 },
  standard: { pool: 150, pairs: 16, drawn: 8, values: 64, edges: 1, breaks: 2, probes: 20, odd: 24 },
  thorough: { pool: 600, pairs: 80, drawn: 60, values: 1000, edges: 4, breaks: 6, probes: 100, odd: 100 },
}

/** What a level costs. */
export function effortOf(level: Level): Effort {
  return efforts[level]
}
