import { join } from 'node:path'

/** All that a command touches outside itself: handed in, so that a test can watch it. */
export interface World {
  /** Writes to stdout: data. */
  readonly print: (text: string) => void
  /** Writes to stderr: progress and errors. */
  readonly note: (text: string) => void
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The folder the command was started in. */
  readonly folder: string
  /** The folder with the contracts that travel with the command. */
  readonly installed: string
  /** Unix time in milliseconds. */
  readonly now: () => number
  /** Whether stdout is a terminal a person looks at. */
  readonly terminal: boolean
  /** Whether stderr is one: then progress is one line that is drawn again. Absent: no. */
  readonly noteTerminal?: boolean
  /** Columns of the terminal. */
  readonly width: number
  /** Aborts when the user interrupts. */
  readonly interrupted: AbortSignal
}

/** The world of a real process. Its first SIGINT or SIGTERM aborts `interrupted`, a second one ends the process at once. */
export function processWorld(): World {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130)
      controller.abort()
    })
  }
  // A reader that closes early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  return {
    print: (text) => process.stdout.write(text),
    note: (text) => process.stderr.write(text),
    environment: process.env,
    folder: process.cwd(),
    // The same folder from the sources, from `dist` and from the bundle.
    installed: join(import.meta.dirname, '../dist/contracts'),
    now: Date.now,
    terminal: process.stdout.isTTY === true && process.env.CI === undefined,
    noteTerminal: process.stderr.isTTY === true && process.env.CI === undefined,
    width: process.stdout.columns ?? process.stderr.columns ?? 100,
    interrupted: controller.signal,
  }
}
