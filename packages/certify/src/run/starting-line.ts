/** Where several who are to start at the same moment wait for the last of them. */
export interface StartingLine {
  /** Resolves when all have arrived. */
  arrive(): Promise<void>
}

/** A starting line for so many. */
export function startingLine(count: number): StartingLine {
  let missing = count
  let start: () => void = () => undefined
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  return {
    arrive() {
      missing -= 1
      if (missing <= 0) start()
      return started
    },
  }
}
