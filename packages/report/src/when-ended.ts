import type { Output, Reporter } from './reporter.ts'
import { type Run, runGatherer } from './run.ts'

/** A reporter that writes one text when all runs have ended. */
export function whenEnded(output: Output, text: (runs: readonly Run[]) => string): Reporter {
  const gatherer = runGatherer()
  return {
    on: (event) => gatherer.on(event),
    end: () => output.write(text(gatherer.runs)),
  }
}
