import { PageError } from './page-error.ts'

/** Longer than any page of documents; in UTF-16 code units. */
const MAXIMUM_LENGTH = 2_000_000
/** Markdown and HTML of more lines than this take longer to parse than anyone waits. */
const MAXIMUM_LINES = 8_000
/** Containers in containers (`> > > - -`) at the beginning of a line: each level costs a pass. */
const MAXIMUM_NESTING = 64
/** Cells in one line. */
const MAXIMUM_CELLS = 500

/**
 * Refuses text that no person wrote as a page, before any parser sees it.
 * @throws PageError with the line.
 */
export function checkPageLimits(text: string, place: string): void {
  if (text.trim() === '') throw new PageError('The page is empty.', place)
  if (text.length > MAXIMUM_LENGTH) {
    throw new PageError(`The page has ${text.length} characters, at most ${MAXIMUM_LENGTH} are read.`, place)
  }
  const lines = text.split('\n')
  const nul = lines.findIndex((line) => line.includes('\0'))
  if (nul !== -1)
    throw new PageError('The page holds a NUL character: it is binary, or read as another encoding.', place, nul + 1)
  if (lines.length > MAXIMUM_LINES) {
    throw new PageError(`The page has ${lines.length} lines, at most ${MAXIMUM_LINES} are read.`, place, MAXIMUM_LINES)
  }
  for (const [index, line] of lines.entries()) {
    if (openings(line) > MAXIMUM_NESTING) {
      throw new PageError(`Lists or quotes are nested more than ${MAXIMUM_NESTING} levels deep.`, place, index + 1)
    }
    if (isRow(line) && line.split('|').length > MAXIMUM_CELLS) {
      throw new PageError(`A table has more than ${MAXIMUM_CELLS} columns.`, place, index + 1)
    }
  }
}

/** How many list and quote markers a line begins with; the indentation of a list in a list counts as well. */
function openings(line: string): number {
  let markers = 0
  let blanks = 0
  for (const character of line) {
    if (character === '>' || character === '-' || character === '*' || character === '+') markers += 1
    else if (character === ' ' || character === '\t') blanks += 1
    else break
  }
  const rule = markers > 2 && new Set(line.replaceAll(/\s/g, '')).size === 1 && !line.includes('>')
  return rule ? 0 : markers + (markers > 0 ? Math.floor(blanks / 4) : 0)
}

function isRow(line: string): boolean {
  return line.trimStart().startsWith('|')
}
