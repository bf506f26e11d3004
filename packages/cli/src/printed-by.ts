/** What a library prints with `console.log` while it does something: it knows no other way to tell. */
export function printedBy(act: () => void): string {
  const lines: string[] = []
  const { log } = console
  console.log = (...texts: readonly unknown[]) => {
    lines.push(texts.join(' '))
  }
  try {
    act()
  } finally {
    console.log = log
  }
  return lines.map((line) => `${line}\n`).join('')
}
