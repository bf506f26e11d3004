import type { Json } from '@assay/contract'

/** A text with its letters as capitals, or small where any is a capital; undefined for what has no letters. */
export function inOtherCase(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  const other = value === value.toLowerCase() ? value.toUpperCase() : value.toLowerCase()
  return other === value ? undefined : other
}
