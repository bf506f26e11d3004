/** A text with every run of white space (no-break spaces too) as one blank, trimmed: how a page is broken into lines is no change of it. */
export function fold(text: string): string {
  return text.replace(/[\s\u00a0\u200b]+/g, ' ').trim()
}
