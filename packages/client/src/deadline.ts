/** Ends a call when its time is up or its caller gives up, whether or not what it waits for listens to a signal. */
export interface Deadline {
  /** Milliseconds that the call has in all. */
  readonly timeout: number
  readonly signal: AbortSignal
  /** The work's outcome, or a rejection as soon as the call has ended. */
  over<Value>(work: Promise<Value>): Promise<Value>
  /** Why the call has ended; undefined while it goes on. */
  ended(): 'timeout' | 'aborted' | undefined
  /** Milliseconds that are left. */
  remaining(): number
  /** Stops the clock. */
  clear(): void
}

/** A deadline in so many milliseconds, or at the caller's signal. */
export function deadlineIn(timeout: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController()
  const begun = performance.now()
  let reason: 'timeout' | 'aborted' | undefined
  const end = (why: 'timeout' | 'aborted'): void => {
    reason ??= why
    controller.abort()
  }
  const abort = (): void => end('aborted')
  const timer = setTimeout(() => end('timeout'), timeout)
  // One listener, taken off again: AbortSignal.any would hang on to a signal that outlives many calls.
  caller?.addEventListener('abort', abort, { once: true })
  if (caller?.aborted) abort()
  return {
    timeout,
    signal: controller.signal,
    over: (work) => untilAborted(work, controller.signal),
    ended: () => reason,
    remaining: () => timeout - (performance.now() - begun),
    clear: () => {
      clearTimeout(timer)
      caller?.removeEventListener('abort', abort)
    },
  }
}

function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('The call has ended.'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
