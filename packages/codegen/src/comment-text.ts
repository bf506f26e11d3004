/** A text of the documents as it may stand in a comment of one line: it cannot end the comment. */
export function commentText(text: string): string {
  return text.replaceAll('*/', '* /').replace(/\s+/g, ' ').trim()
}
