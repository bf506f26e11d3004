import type { CertifyEvent } from '@assay/certify'

/** Listens to one or several runs, one after the other, and writes what they tell. It changes nothing and is asked nothing. */
export interface Reporter {
  /** Takes the next event. */
  on(event: CertifyEvent): void
  /** No further run follows. */
  end(): void
}

/** Where a reporter writes, and what that place can show. */
export interface Output {
  write(text: string): void
  /** Characters a line; absent: as many as there are. */
  readonly width?: number
  /** Whether colours may be used: decided by who knows the terminal and `NO_COLOR`. */
  readonly colours?: boolean
  /** Adds Markdown to the page that a CI system shows beside a job; absent: there is none. */
  summarise?(markdown: string): void
}

/** A format that a report can be written in. */
export interface ReportFormat {
  /** What it is called on the command line. */
  readonly name: string
  /** Whether one report stands alone in its place, so that several providers need several files. */
  readonly alone: boolean
  /** A reporter that writes to an output. */
  reporter(output: Output): Reporter
}
