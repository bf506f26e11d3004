/** Thrown when a page cannot be read. The message is `place:line: sentence`. */
export class PageError extends Error {
  override readonly name = 'PageError'
  /** File or URL of the page. */
  readonly place: string
  /** Counted from 1. */
  readonly line: number | undefined

  constructor(message: string, place: string, line?: number) {
    super(`${line === undefined ? place : `${place}:${line}`}: ${message}`)
    this.place = place
    this.line = line
  }
}
