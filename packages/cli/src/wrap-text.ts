/** Breaks a text at blanks into lines of at most `width` characters, all but the first indented. Longer words stay whole. */
export function wrapText(text: string, width: number, indent: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const next = line === '' ? word : `${line} ${word}`
    if (line !== '' && next.length + indent.length > width) {
      lines.push(line)
      line = word
    } else line = next
  }
  return [...lines, line].join(`\n${indent}`)
}
